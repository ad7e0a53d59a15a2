using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Budgets;

public sealed class UserTurnsTests
{
    private readonly FakeClock clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ninth_call_of_a_user_waits_until_one_of_them_ends_and_other_users_do_not_wait()
    {
        using var turns = new UserTurns(clock);
        var running = await TakeAllAsync(turns, "ann");

        var ninth = turns.TakeAsync("ann", 2, Cancel);
        Assert.False(ninth.IsCompleted);
        (await turns.TakeAsync("bob", 2, Cancel)).Dispose();
        Assert.False(ninth.IsCompleted);
        running[3].Dispose();

        (await ninth).Dispose();
    }

    [Fact]
    public async Task A_call_that_waited_30_seconds_is_throttled()
    {
        using var turns = new UserTurns(clock);
        await TakeAllAsync(turns, "ann");
        var ninth = turns.TakeAsync("ann", 2, Cancel);

        clock.Advance(UserTurns.LongestWait);

        var refused = await Assert.ThrowsAsync<OperationException>(() => ninth);
        Assert.Equal("ThrottlingException", refused.Code);
    }

    [Fact]
    public async Task A_call_is_throttled_when_the_bodies_of_waiting_calls_are_too_large()
    {
        using var turns = new UserTurns(clock);
        var running = await TakeAllAsync(turns, "ann");
        var waiting = Enumerable.Range(0, 16).Select(_ => turns.TakeAsync("ann", 1 << 20, Cancel)).ToList();

        await Assert.ThrowsAsync<OperationException>(() => turns.TakeAsync("ann", 1, Cancel));

        running.ForEach(turn => turn.Dispose());
        await Task.WhenAll(waiting.Take(UserTurns.AtOnce));
        Assert.All(waiting.Skip(UserTurns.AtOnce), call => Assert.False(call.IsCompleted));
    }

    private static async Task<List<IDisposable>> TakeAllAsync(UserTurns turns, string user)
    {
        var running = new List<IDisposable>();
        while (running.Count < UserTurns.AtOnce)
        {
            running.Add(await turns.TakeAsync(user, 2, Cancel));
        }

        return running;
    }
}
