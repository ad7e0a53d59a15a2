using CSharpChef.TestSupport;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Budgets;

public sealed class BodyBudgetTests : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly FakeClock clock = new();
    private readonly List<string> givenUp = [];
    private readonly BodyBudget budget;

    public BodyBudgetTests() => budget = new(100, Grace, clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_waits_for_bytes_until_another_one_ends()
    {
        var first = Begin("first");
        using var second = Begin("second");
        await first.TakeAsync(80, Cancel);

        var waiting = second.TakeAsync(40, Cancel);
        Assert.False(waiting.IsCompleted);
        first.Dispose();

        await waiting;
        Assert.Equal(40, budget.Used);
        Assert.Empty(givenUp);
    }

    [Fact]
    public async Task The_oldest_body_is_given_up_for_one_that_waits_once_its_grace_has_passed()
    {
        using var slow = Begin("slow");
        await slow.TakeAsync(80, Cancel);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var quick = Begin("quick");

        var waiting = quick.TakeAsync(40, Cancel);
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        await waiting;
        Assert.Equal(["slow"], givenUp);
        Assert.Equal(40, budget.Used);
        await Assert.ThrowsAsync<OperationCanceledException>(() => slow.TakeAsync(1, Cancel));
    }

    [Fact]
    public async Task Bodies_that_wait_are_served_in_their_order()
    {
        var first = Begin("first");
        await first.TakeAsync(100, Cancel);
        using var second = Begin("second");
        using var third = Begin("third");
        var large = second.TakeAsync(90, Cancel);
        var small = third.TakeAsync(20, Cancel);

        first.Dispose();

        await large;
        Assert.False(small.IsCompleted);
        second.Dispose();
        await small;
    }

    [Fact]
    public async Task A_body_that_ends_while_it_waits_leaves_its_place_to_the_next()
    {
        using var first = Begin("first");
        await first.TakeAsync(50, Cancel);
        using var cancel = new CancellationTokenSource();
        var second = Begin("second");
        using var third = Begin("third");
        var large = second.TakeAsync(90, cancel.Token);
        var small = third.TakeAsync(50, Cancel);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        second.Dispose();

        await small;
        Assert.Equal(100, budget.Used);
    }

    public void Dispose() => budget.Dispose();

    private BodyShare Begin(string name) => budget.Begin(() => givenUp.Add(name));
}
