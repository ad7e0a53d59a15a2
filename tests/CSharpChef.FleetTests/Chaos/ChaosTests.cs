using System.Globalization;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Chaos;

/// <summary>
/// The workload again and again, with something going wrong at a random point each time. <c>CHAOS_ROUNDS</c> says how
/// often and <c>CHAOS_SEED</c> repeats a series.
/// </summary>
public sealed class ChaosTests(Fleet fleet)
{
    private const int Victim = 4;
    private static readonly int Rounds = Setting("CHAOS_ROUNDS", 7);
    private static readonly int Seed = Setting("CHAOS_SEED", 20261124);
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_lost_and_nothing_runs_twice_whatever_goes_wrong()
    {
        await fleet.UpAsync(Victim, ct);
        using var run = new ChaosRun(Victim);
        var random = new Random(Seed);
        await run.PrepareAsync(ct);
        await RightAsync(run, 0, "a first run", loose: false);
        for (var round = 1; round <= Rounds; round++)
        {
            var fault = Fault.All[(round - 1) % Fault.All.Count];
            var after = TimeSpan.FromMilliseconds(random.Next(50, 1200));
            TestContext.Current.SendDiagnosticMessage(
                $"round {round}: {fault.Name} after {after.TotalMilliseconds:0} ms");
            await DisturbedAsync(run, round, fault, after);
            await RightAsync(
                run,
                round,
                $"round {round} of seed {Seed}: {fault.Name} after {after.TotalMilliseconds:0} ms",
                fault.StopsMachine);
        }
    }

    private async Task DisturbedAsync(ChaosRun run, int round, Fault fault, TimeSpan after)
    {
        if (fault.EndsClient)
        {
            await run.RunAndKillAsync(round, after, ct);
            return;
        }

        var disturbed = run.RunAsync(round, ct);
        await Task.Delay(after, ct);
        await fault.Strike(Victim, ct);
        await disturbed;
    }

    /// <summary>Converges until it is so, which two runs must do, and looks at the machine from outside.</summary>
    private async Task RightAsync(ChaosRun run, int round, string where, bool loose)
    {
        var first = await run.RunAsync(round, ct);
        Assert.True(first.Status == HostStatus.Ok, $"{where}: {Why(first)}");
        var second = await run.RunAsync(round, ct);
        Assert.True(
            second.Status == HostStatus.Ok && second.Count(ResultStatus.Changed) == 0, $"{where}: {Why(second)}");
        var told = loose ? "(1|2)" : "1";
        var right = new Regex(
            $"^first 1 middle 1 last 1 told {told} content {300_000 + Digits(round)} left 0 lock free processes 0\n$");
        var seen = await Fleet.ExecAsync(Victim, Look(round), ct);
        for (var i = 0; i < 60 && !right.IsMatch(seen); i++)
        {
            // A shell that never got its whole program lives until its sshd learns that the link is gone: when TCP next
            // tries.
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
            seen = await Fleet.ExecAsync(Victim, Look(round), ct);
        }

        Assert.True(right.IsMatch(seen), $"{where}: {seen}");
    }

    private static string Look(int round) => $$"""
        for name in first middle last told; do printf '%s %s ' "$name" "$(grep -cx {{round}} /srv/chaos/$name)"; done
        printf 'content %s ' "$(wc -c </srv/chaos/small/content)"
        printf 'left %s ' "$(find /srv/chaos /etc/web-node /etc/cron.d /etc/systemd/system -name '.csharpchef*' | wc -l; )"
        flock -n /var/lib/csharpchef/lock printf 'lock free '
        printf 'processes %s\n' "$(pgrep -fc '^(/bin/)?sh -s [0-9a-f]{16} converge' || :)"
        """;

    private static int Digits(int round) => round.ToString(CultureInfo.InvariantCulture).Length + 1;

    private static string Why(HostReport report) =>
        $"{report.Status} {report.Error?.Message} {string.Join("; ", report.Resources.Where(one => one.Status is ResultStatus.Failed or ResultStatus.Changed).Select(one => $"{one.Status} {one.Resource}: {one.Message} {one.Output}"))}";

    private static int Setting(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var set) ? set : otherwise;
}
