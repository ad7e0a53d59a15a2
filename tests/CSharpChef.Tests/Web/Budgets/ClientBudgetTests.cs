using CSharpChef.TestSupport;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Budgets;

public sealed class ClientBudgetTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWithHolds = TimeSpan.FromSeconds(4);
    private readonly FakeClock clock = new();
    private readonly List<string> givenUp = [];
    private readonly ClientBudget budget;

    public ClientBudgetTests() =>
        budget = new(
            100,
            new(Longest, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(3)) { WithHolds = LongestWithHolds },
            clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_waits_until_another_one_ends()
    {
        var first = await TakeAsync("ann", 80);

        var waiting = TakeAsync("ann", 40);
        Assert.False(waiting.IsCompleted);
        first.Dispose();

        using var second = await waiting;
        Assert.Equal(40, budget.Used);
        Assert.Empty(givenUp);
    }

    [Fact]
    public async Task A_share_larger_than_the_budget_gets_all_of_it()
    {
        using var share = await TakeAsync("ann", 1000);

        Assert.Equal(100, budget.Used);
    }

    [Fact]
    public async Task A_share_is_given_up_for_one_that_waits_once_its_time_has_passed()
    {
        using var slow = await TakeAsync("slow", 80);
        clock.Advance(TimeSpan.FromSeconds(1));

        var waiting = TakeAsync("quick", 40);
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        using var quick = await waiting;
        Assert.Equal(["slow"], givenUp);
        Assert.Equal(40, budget.Used);
    }

    [Fact]
    public async Task A_share_that_waited_has_its_whole_time_when_it_is_granted()
    {
        using var first = await TakeAsync("first", 100);
        var second = TakeAsync("second", 100);
        clock.Advance(Longest);
        await second;

        var third = TakeAsync("third", 100);
        clock.Advance(Longest - TimeSpan.FromMilliseconds(1));
        Assert.Equal(["first"], givenUp);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        await third;
        Assert.Equal(["first", "second"], givenUp);
    }

    [Fact]
    public async Task The_time_of_shares_is_shorter_when_many_wait()
    {
        using var silent = await TakeAsync("many", 100);
        var waiting = Enumerable.Range(0, 30).Select(_ => TakeAsync("many", 100)).ToList();

        clock.Advance(TimeSpan.FromMilliseconds(100));

        await waiting[0];
        Assert.Equal(["many"], givenUp);
        Assert.False(waiting[1].IsCompleted);
    }

    [Fact]
    public async Task A_share_of_the_client_that_has_the_most_is_given_up()
    {
        using var slow = await TakeAsync("slow", 10);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var first = await TakeAsync("many", 45);
        using var second = await TakeAsync("many", 45);
        clock.Advance(Longest);

        using var next = await TakeAsync("other", 40);

        Assert.Equal(["many"], givenUp);
        Assert.Equal(95, budget.Used);
    }

    [Fact]
    public async Task The_next_share_is_that_of_the_client_with_the_fewest_units()
    {
        var first = await TakeAsync("many", 60);
        using var second = await TakeAsync("many", 40);
        var third = TakeAsync("many", 60);
        var other = TakeAsync("other", 60);

        first.Dispose();

        using var share = await other;
        Assert.False(third.IsCompleted);
    }

    [Fact]
    public async Task Shares_of_a_client_that_wait_are_granted_in_their_order()
    {
        var first = await TakeAsync("ann", 100);
        var large = TakeAsync("ann", 90);
        var small = TakeAsync("ann", 20);

        first.Dispose();

        var second = await large;
        Assert.False(small.IsCompleted);
        second.Dispose();
        (await small).Dispose();
        Assert.Equal(0, budget.Used);
    }

    [Fact]
    public async Task A_share_that_is_cancelled_while_it_waits_leaves_its_place_to_the_next()
    {
        using var first = await TakeAsync("ann", 50);
        using var cancel = new CancellationTokenSource();
        var large = budget.TakeAsync("ann", 90, () => { }, cancel.Token);
        var small = TakeAsync("ann", 50);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);

        await small;
        Assert.Equal(100, budget.Used);
    }

    [Fact]
    public async Task A_budget_without_a_time_for_shares_gives_none_up()
    {
        using var places = new ClientBudget(1, null, clock);
        var first = await TakeFromAsync(places, "ann");
        var second = TakeFromAsync(places, "bob");

        clock.Advance(TimeSpan.FromHours(1));
        Assert.False(second.IsCompleted);
        first.Dispose();

        await second;
        Assert.Empty(givenUp);
    }

    [Fact]
    public async Task A_share_that_is_held_is_given_up_after_one_that_is_not()
    {
        using var held = await TakeAsync("held", 50);
        using var hold = held.AddHold(1);
        using var idle = await TakeAsync("idle", 50);

        var next = TakeAsync("next", 50);
        clock.Advance(Longest);

        await next;
        Assert.Equal(["idle"], givenUp);
    }

    [Fact]
    public async Task The_time_of_a_share_does_not_pass_while_it_is_held()
    {
        using var share = await TakeAsync("held", 100);
        var next = TakeAsync("next", 100);
        clock.Advance(TimeSpan.FromSeconds(0.5));
        using (share.AddHold(1))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        clock.Advance(TimeSpan.FromSeconds(1.4));
        Assert.Empty(givenUp);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        await next;
        Assert.Equal(["held"], givenUp);
    }

    [Fact]
    public async Task The_time_of_a_share_passes_while_its_only_hold_is_suspended()
    {
        using var share = await TakeAsync("slow", 100);
        using var hold = share.AddHold(1);
        using var suspension = share.AddHold(-1);
        var next = TakeAsync("next", 100);

        clock.Advance(Longest);

        await next;
        Assert.Equal(["slow"], givenUp);
    }

    [Fact]
    public async Task A_share_that_is_held_again_and_again_is_given_up_when_its_time_with_holds_has_passed()
    {
        using var share = await TakeAsync("held", 100);
        var next = TakeAsync("next", 100);
        for (var second = 0; second < 4; second++)
        {
            Assert.Empty(givenUp);
            using var hold = share.AddHold(1);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        await next;
        Assert.Equal(["held"], givenUp);
    }

    [Fact]
    public async Task Of_too_many_shares_that_wait_the_oldest_of_the_client_with_the_most_is_refused()
    {
        using var places = new ClientBudget(1, null, clock, mostWaiting: 3, bothEnds: true);
        using var first = await TakeFromAsync(places, "many");
        var oldest = TakeFromAsync(places, "many");
        var newest = TakeFromAsync(places, "many");
        var other = TakeFromAsync(places, "other");

        var next = TakeFromAsync(places, "next");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => oldest);
        Assert.All([newest, other, next], waiting => Assert.False(waiting.IsCompleted));
    }

    [Fact]
    public async Task The_newest_and_the_oldest_share_of_a_client_are_granted_in_turn_where_both_ends_are_served()
    {
        using var places = new ClientBudget(1, null, clock, bothEnds: true);
        var first = await TakeFromAsync(places, "ann");
        var waiting = Enumerable.Range(0, 4).Select(_ => TakeFromAsync(places, "ann")).ToList();

        first.Dispose();

        foreach (var next in new[] { 3, 0, 2, 1 })
        {
            Assert.Same(waiting[next], await Task.WhenAny(waiting));
            (await waiting[next]).Dispose();
            waiting[next] = new TaskCompletionSource<ClientShare>().Task;
        }
    }

    [Fact]
    public async Task A_share_is_granted_although_the_others_of_its_client_come_again_at_once()
    {
        using var places = new ClientBudget(4, null, clock, bothEnds: true);
        var others = Enumerable.Range(0, 12).Select(_ => TakeFromAsync(places, "ann")).ToList();
        var honest = TakeFromAsync(places, "ann");
        var ended = 0;

        while (ended < 100 && await GrantedAsync(4, [honest, .. others]) is var granted && !granted.Contains(honest))
        {
            others.Remove(granted[0]);
            others.Add(TakeFromAsync(places, "ann"));
            (await granted[0]).Dispose();
            ended++;
        }

        Assert.InRange(ended, 1, 2 * others.Count);
        (await honest).Dispose();
    }

    public void Dispose() => budget.Dispose();

    // Waits for every granted share: the order in which the thread pool completes tasks is not that of the grants.
    private static async Task<List<Task<ClientShare>>> GrantedAsync(int count, List<Task<ClientShare>> shares)
    {
        // What is awaited is what was counted: a task that completes in between must not be missed.
        while (shares.Where(share => !share.IsCompleted).ToList() is var waiting
            && shares.Count - waiting.Count < count)
        {
            await Task.WhenAny(waiting);
        }

        return [.. shares.Where(share => share.IsCompleted)];
    }

    private Task<ClientShare> TakeAsync(string client, long units) =>
        budget.TakeAsync(client, units, () => givenUp.Add(client), Cancel);

    private Task<ClientShare> TakeFromAsync(ClientBudget places, string client) =>
        places.TakeAsync(client, 1, () => givenUp.Add(client), Cancel);
}
