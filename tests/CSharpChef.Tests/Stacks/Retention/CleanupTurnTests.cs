using CSharpChef.Stacks.Retention;

namespace CSharpChef.Tests.Stacks.Retention;

/// <summary>A clock that jumps ahead does not make the cleanup delete everything.</summary>
public sealed class CleanupTurnTests : ServerTests
{
    private CleanupTurn? turn;

    private CleanupTurn Turn => turn ??= new(Server.Clock);

    [Fact]
    public async Task A_cleanup_runs_when_none_is_known() => Assert.Null(await WaitAsync());

    [Fact]
    public async Task A_cleanup_runs_when_the_last_was_at_most_7_days_ago()
    {
        await Cleanup.RunAsync(Server.Plane.Store, Ct);
        Server.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Null(await WaitAsync());
    }

    [Fact]
    public async Task A_cleanup_after_more_than_7_days_waits_for_24_hours_of_running_time()
    {
        await PauseAsync();

        Assert.Equal(TimeSpan.FromHours(24), await WaitAsync());
        for (var left = 23; left > 0; left--)
        {
            Assert.Equal(TimeSpan.FromHours(left), await WaitAfterAsync(CleanupTurn.Period));
        }

        Assert.Null(await WaitAfterAsync(CleanupTurn.Period));
    }

    [Fact]
    public async Task A_wait_of_the_cleanup_ends_after_24_hours_when_each_hour_is_of_another_process()
    {
        await PauseAsync();
        await WaitAsync();

        for (var hour = 1; hour < 24; hour++)
        {
            turn = new(Server.Clock);
            Assert.NotNull(await WaitAfterAsync(CleanupTurn.Period));
        }

        turn = new(Server.Clock);
        Assert.Null(await WaitAfterAsync(CleanupTurn.Period));
    }

    [Fact]
    public async Task The_wait_of_the_cleanup_does_not_count_the_time_in_which_the_server_was_stopped()
    {
        await PauseAsync();
        await WaitAsync();
        Server.Clock.Advance(TimeSpan.FromDays(30));
        turn = new(Server.Clock);

        Assert.Equal(new TimeSpan(23, 59, 0), await WaitAfterAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_clock_that_jumps_while_the_cleanup_waits_shortens_the_wait_by_one_hour_at_most()
    {
        await PauseAsync();
        await WaitAsync();

        Assert.Equal(TimeSpan.FromHours(23), await WaitAfterAsync(TimeSpan.FromDays(400)));
    }

    [Fact]
    public async Task Ticks_that_come_a_little_early_or_late_do_not_lengthen_the_wait_of_the_cleanup()
    {
        await PauseAsync();
        await WaitAsync();
        for (var tick = 1; tick < 24; tick++)
        {
            await WaitAfterAsync(CleanupTurn.Period + TimeSpan.FromMilliseconds(tick % 2 == 0 ? 40 : -40));
        }

        Assert.Null(await WaitAfterAsync(CleanupTurn.Period));
    }

    [Fact]
    public async Task A_cleanup_that_could_not_end_runs_at_the_next_turn_without_another_wait()
    {
        await PauseAsync();
        await WaitOneDayAsync();

        Assert.Null(await WaitAfterAsync(CleanupTurn.Period));
    }

    [Fact]
    public async Task The_next_long_pause_after_a_cleanup_waits_for_24_hours_again()
    {
        await PauseAsync();
        await WaitOneDayAsync();
        await PauseAsync();

        Assert.Equal(TimeSpan.FromHours(24), await WaitAsync());
    }

    private async Task PauseAsync()
    {
        await Cleanup.RunAsync(Server.Plane.Store, Ct);
        Server.Clock.Advance(TimeSpan.FromDays(8));
    }

    private async Task WaitOneDayAsync()
    {
        for (var tick = 0; tick <= 24; tick++)
        {
            await WaitAfterAsync(CleanupTurn.Period);
        }
    }

    private Task<TimeSpan?> WaitAfterAsync(TimeSpan time)
    {
        _ = Turn;
        Server.Clock.Advance(time);
        return WaitAsync();
    }

    private Task<TimeSpan?> WaitAsync() => Turn.WaitAsync(Server.Plane.Store, Ct);
}
