using CSharpChef.Converge.Workers.Pool;

namespace CSharpChef.Tests.Converge.Workers;

public sealed class FairTurnsTests
{
    private readonly FairTurns turns = new(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_with_one_waiter_comes_before_the_second_waiter_of_another_key()
    {
        var first = await turns.TakeAsync("a", Ct);
        var (a2, a3, b) = (turns.TakeAsync("a", Ct), turns.TakeAsync("a", Ct), turns.TakeAsync("b", Ct));

        first.Dispose();
        (await a2).Dispose();
        var turn = await b;

        Assert.False(a3.IsCompleted);
        turn.Dispose();
        (await a3).Dispose();
    }

    [Fact]
    public async Task A_cancelled_waiter_is_passed_over()
    {
        using var cancel = new CancellationTokenSource();
        var first = await turns.TakeAsync("a", Ct);
        var (cancelled, next) = (turns.TakeAsync("a", cancel.Token), turns.TakeAsync("a", Ct));

        await cancel.CancelAsync();
        first.Dispose();
        (await next).Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    [Fact]
    public async Task A_turn_that_is_disposed_twice_is_given_back_once()
    {
        var first = await turns.TakeAsync("a", Ct);
        first.Dispose();
        first.Dispose();
        var second = await turns.TakeAsync("a", Ct);

        Assert.False(turns.TakeAsync("a", Ct).IsCompleted);
        second.Dispose();
    }
}
