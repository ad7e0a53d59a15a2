using System.Globalization;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Chaos;

/// <summary>
/// Repeats the workload with a fault at a random time in each round. <c>CHAOS_ROUNDS</c> is the number of rounds, and
/// <c>CHAOS_SEED</c> repeats a series.
/// </summary>
[Collection(FleetCollectionFactory.LostMachines)]
public sealed class ChaosTests(Fleet fleet)
{
    private const int Victim = 4;
    private static readonly int Rounds = Setting("CHAOS_ROUNDS", 7);
    private static readonly int Seed = Setting("CHAOS_SEED", 20261124);
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("builtin")]
    [InlineData("openssh")]
    public async Task A_disturbed_run_loses_no_step_and_repeats_none(string transport)
    {
        await fleet.StartInstancesAsync(ct);
        using var run = new ChaosRun(Victim, transport);
        var random = new Random(Seed);
        await run.PrepareAsync(ct);
        await ConvergedAsync(run, 0, "a first run", mayRepeatNotification: false);
        for (var round = 1; round <= Rounds; round++)
        {
            var fault = Fault.All[(round - 1) % Fault.All.Count];
            var after = TimeSpan.FromMilliseconds(random.Next(50, 1200));
            TestContext.Current.SendDiagnosticMessage(
                $"round {round}: {fault.Name} after {after.TotalMilliseconds:0} ms");
            await DisturbAsync(run, round, fault, after);
            await ConvergedAsync(
                run,
                round,
                $"round {round} of seed {Seed}: {fault.Name} after {after.TotalMilliseconds:0} ms",
                fault.StopsMachine);
        }
    }

    private async Task DisturbAsync(ChaosRun run, int round, Fault fault, TimeSpan after)
    {
        if (fault.EndsClient)
        {
            await run.RunAndKillAsync(round, after, ct);
            return;
        }

        var disturbedRun = run.RunAsync(round, ct);
        await Task.Delay(after, ct);
        await fault.Strike(Victim, ct);
        await disturbedRun;
    }

    /// <summary>
    /// Converges with two runs, of which the second changes nothing, and checks the machine from outside.
    /// </summary>
    private async Task ConvergedAsync(ChaosRun run, int round, string where, bool mayRepeatNotification)
    {
        var first = await run.RunAsync(round, ct);
        Assert.True(first.Status == HostStatus.Ok, $"{where}: {Why(first)}");
        var second = await run.RunAsync(round, ct);
        Assert.True(
            second.Status == HostStatus.Ok && second.Count(ResultStatus.Changed) == 0, $"{where}: {Why(second)}");
        var notified = mayRepeatNotification ? "(1|2)" : "1";
        var right = new Regex(
            $"^first 1 middle 1 last 1 told {notified} content {300_000 + Digits(round)} left 0 lock free processes 0\n$");
        var inspection = await Fleet.ExecAsync(Victim, Inspection(round), ct);
        for (var i = 0; i < 60 && !right.IsMatch(inspection); i++)
        {
            // A shell that did not get its whole program lives until its sshd notices the lost connection, at the next
            // TCP retransmission.
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
            inspection = await Fleet.ExecAsync(Victim, Inspection(round), ct);
        }

        Assert.True(right.IsMatch(inspection), $"{where}: {inspection}");
    }

    private static string Inspection(int round) => $$"""
        for name in first middle last told; do printf '%s %s ' "$name" "$(grep -cx {{round}} /srv/chaos/$name)"; done
        printf 'content %s ' "$(wc -c </srv/chaos/small/content)"
        printf 'left %s ' "$(find /srv/chaos /etc/web-node /etc/cron.d /etc/systemd/system -name '.csharpchef*' | wc -l; )"
        flock -n /var/lib/csharpchef/lock printf 'lock free '
        printf 'processes %s\n' "$(pgrep -fc '^(/bin/)?sh -s [0-9a-f]{16} converge' || :)"
        """;

    private static int Digits(int round) => round.ToString(CultureInfo.InvariantCulture).Length + 1;

    private static string Why(HostReport report) =>
        $"{report.Status} {report.Error?.Message} {string.Join("; ", report.Resources.Where(result => result.Status is ResultStatus.Failed or ResultStatus.Changed).Select(result => $"{result.Status} {result.Resource}: {result.Message} {result.Output}"))}";

    private static int Setting(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var set) ? set : otherwise;
}
