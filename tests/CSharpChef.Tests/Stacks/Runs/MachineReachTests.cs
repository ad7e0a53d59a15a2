using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Runs;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Runs;

public sealed class MachineReachTests : IDisposable
{
    private readonly FakeClock clock = new() { SkipsWaits = true };
    private readonly List<string> log = [];
    private readonly CancellationTokenSource cancel = new();
    private int tries;

    public void Dispose() => cancel.Dispose();

    [Fact]
    public async Task A_machine_that_is_away_for_a_moment_is_reached_and_the_log_says_why_it_took_longer()
    {
        await ReachAsync(() => tries <= 3 ? ConnectionFailure.Unreachable : null);

        Assert.Equal(4, tries);
        Assert.Equal(["it failed. The server tries for 2 minutes."], log);
    }

    [Fact]
    public async Task A_machine_that_is_away_for_two_minutes_is_not_reached()
    {
        var start = clock.GetUtcNow();

        var error = await Assert.ThrowsAsync<ConnectionException>(
            () => ReachAsync(() => ConnectionFailure.TimedOut));

        Assert.Equal(ConnectionFailure.TimedOut, error.Failure);
        Assert.InRange(clock.GetUtcNow() - start, MachineReach.Longest, MachineReach.Longest * 1.2);
    }

    [Theory]
    [InlineData(nameof(ConnectionFailure.HostKey))]
    [InlineData(nameof(ConnectionFailure.Authentication))]
    [InlineData(nameof(ConnectionFailure.Sudo))]
    public async Task A_login_that_is_refused_is_not_tried_again(string failure)
    {
        await Assert.ThrowsAsync<ConnectionException>(() => ReachAsync(() => Enum.Parse<ConnectionFailure>(failure)));

        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_command_that_is_cancelled_does_not_wait_for_its_machine()
    {
        var reached = ReachAsync(() => ConnectionFailure.Unreachable, new FakeClock());

        await cancel.CancelAsync();

        await Assert.ThrowsAsync<ConnectionException>(() => reached);
        Assert.Equal(2, tries);
    }

    private Task ReachAsync(Func<ConnectionFailure?> fails, FakeClock? other = null) => MachineReach.ConnectAsync(
        _ =>
        {
            tries++;
            return fails() is { } failure ? throw new ConnectionException(failure, "it failed.") : Task.CompletedTask;
        },
        other ?? clock, log.Add, cancel.Token, default);
}
