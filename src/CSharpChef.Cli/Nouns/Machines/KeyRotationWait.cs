using System.Diagnostics;
using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;

namespace CSharpChef.Cli.Nouns.Machines;

/// <summary>Waits until the machines of a stack that can be reached have its new key, and tells of each.</summary>
internal sealed class KeyRotationWait(ServerCall call, string stackId)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private static readonly IReadOnlySet<string> Reachable = new HashSet<string>
    {
        "online", "registered", "setup_failed", "running_setup", "assigning", "unassigning", "rebooting",
    };

    private readonly HashSet<string> told = [];
    private IReadOnlyList<string> waiting = [];
    private long progress = Stopwatch.GetTimestamp();

    /// <returns>The exit code: 1 when a machine that should be reached has not got the key.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        while (true)
        {
            var machines = await WaitingAsync(ct);
            foreach (var name in waiting.Except(machines.Select(Name)))
            {
                Console.Out.WriteLine($"{name}: has the new key");
                progress = Stopwatch.GetTimestamp();
            }

            waiting = [.. machines.Select(Name)];
            TellProblems(machines);
            if (!machines.Exists(IsExpected) || Stopwatch.GetElapsedTime(progress) > LongestSilence)
            {
                return End(machines);
            }

            await Task.Delay(Pause, TimeProvider.System, ct);
        }
    }

    private async Task<List<JsonObject>> WaitingAsync(CancellationToken ct) =>
    [
        .. (await call("DescribeStackSshKey", new() { ["StackId"] = stackId }, ct))["Waiting"]!.AsArray()
            .Select(machine => machine!.AsObject()),
    ];

    private void TellProblems(IEnumerable<JsonObject> machines)
    {
        foreach (var machine in machines)
        {
            if (Text(machine, "Problem") is { } problem && told.Add($"{Name(machine)}: {problem}"))
            {
                Console.Error.WriteLine($"{Name(machine)}: {problem}");
            }
        }
    }

    private static int End(List<JsonObject> machines)
    {
        foreach (var machine in machines)
        {
            Console.Error.WriteLine(IsExpected(machine)
                ? $"{Name(machine)}: does not have the new key yet; the server tries again, with a former key"
                : $"{Name(machine)}: is {Text(machine, "Status")}, and gets the new key when it is online again");
        }

        return machines.Exists(IsExpected) ? 1 : 0;
    }

    private static bool IsExpected(JsonObject machine) => Reachable.Contains(Text(machine, "Status")!);

    private static string Name(JsonObject machine) => Text(machine, "Hostname")!;

    private static string? Text(JsonObject machine, string member) => machine[member]?.GetValue<string>();
}
