using CSharpChef.Stacks.Retention;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Retention;

/// <summary>A clock that jumps ahead does not make the cleanup delete everything.</summary>
public sealed class CleanupTurnTests
{
    private readonly FakeClock clock = new();
    private readonly CleanupTurn turn;

    public CleanupTurnTests() => turn = new(clock);

    [Fact]
    public void A_cleanup_runs_when_none_is_known_or_the_last_was_at_most_7_days_ago()
    {
        Assert.Null(turn.Wait(null));
        Assert.Null(turn.Wait(clock.GetUtcNow() - TimeSpan.FromDays(7)));
        Assert.Null(turn.Wait(clock.GetUtcNow() + TimeSpan.FromDays(1)));
    }

    [Fact]
    public void A_cleanup_after_more_than_7_days_waits_for_24_hours_of_running_time()
    {
        var last = clock.GetUtcNow() - TimeSpan.FromDays(8);

        Assert.Equal(TimeSpan.FromHours(24), turn.Wait(last));
        clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(TimeSpan.FromHours(1), turn.Wait(last));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(turn.Wait(last));
    }

    [Fact]
    public void A_clock_that_is_set_right_again_ends_the_wait()
    {
        var last = clock.GetUtcNow() - TimeSpan.FromDays(500);
        Assert.NotNull(turn.Wait(last));

        Assert.Null(turn.Wait(clock.GetUtcNow() - TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.FromHours(24), turn.Wait(last));
    }
}
