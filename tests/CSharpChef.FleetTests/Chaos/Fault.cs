using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Chaos;

/// <summary>A fault in the middle of a run, and its repair.</summary>
internal sealed record Fault(string Name, Func<int, CancellationToken, Task> Strike)
{
    /// <summary>True when the run is a process of its own that the fault kills.</summary>
    public bool EndsClient { get; init; }

    /// <summary>True when the machine stops in the middle of a step, whose result may not have been recorded.</summary>
    public bool StopsMachine { get; init; }

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("the client is killed", (_, _) => Task.CompletedTask) { EndsClient = true },
        new("sshd's sessions are killed",
            (instance, ct) => Fleet.ExecAsync(instance, "pkill -KILL -f '^sshd: root' || :", ct)),
        new("the link is down for 4 seconds",
            (instance, ct) => ForAsync(4, LinkAsync(instance, "down"), LinkAsync(instance, "up"), ct)),
        new("the machine is frozen for 3 seconds",
            (instance, ct) => ForAsync(3, FreezeAsync(instance, "1"), FreezeAsync(instance, "0"), ct)),
        new("the small disk is full", FillAsync),
        new("the power is lost", PowerAsync) { StopsMachine = true },
        new("the machine restarts", RestartAsync) { StopsMachine = true },
    ];

    private static async Task ForAsync(
        int seconds, Func<CancellationToken, Task> begin, Func<CancellationToken, Task> end, CancellationToken ct)
    {
        await begin(ct);
        await Task.Delay(TimeSpan.FromSeconds(seconds), ct);
        await end(ct);
    }

    private static Func<CancellationToken, Task> LinkAsync(int instance, string state) =>
        ct => LocalCommand.RunAsync(["ip", "link", "set", $"fv-{Fleet.Name(instance)}", state], "", ct);

    private static Func<CancellationToken, Task> FreezeAsync(int instance, string state) => async ct =>
    {
        var group = (await File.ReadAllLinesAsync("/proc/mounts", ct)).Select(line => line.Split(' '))
            .First(words => words[2] == "cgroup2")[1];
        await File.WriteAllTextAsync($"{group}/fleet/{Fleet.Name(instance)}/cgroup.freeze", state, ct);
    };

    private static async Task FillAsync(int instance, CancellationToken ct)
    {
        await Fleet.ExecAsync(instance, "cat /dev/zero >/srv/chaos/small/filler 2>/dev/null || :", ct);
        await Task.Delay(TimeSpan.FromSeconds(3), ct);
        await Fleet.ExecAsync(instance, "rm -f /srv/chaos/small/filler", ct);
    }

    private static async Task PowerAsync(int instance, CancellationToken ct)
    {
        await Fleet.KillAsync(instance, ct);
        await Fleet.StartAsync(instance, ct);
    }

    private static async Task RestartAsync(int instance, CancellationToken ct)
    {
        await Fleet.StopAsync(instance, ct);
        await Fleet.StartAsync(instance, ct);
    }
}
