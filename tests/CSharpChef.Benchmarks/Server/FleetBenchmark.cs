using System.Globalization;
using System.Text;

namespace CSharpChef.Benchmarks.Server;

/// <summary>
/// Measures Configure on a hundred registered machines, the memory of a server with many instances, and what a server
/// adds to the time in which machines start and converge.
/// </summary>
internal static class FleetBenchmark
{
    private const int Configured = 100;
    private const int Idle = 100;
    private const int Stopped = 1000;

    public static async Task<string> RunAsync(string binary, int runs)
    {
        var table = new StringBuilder();
        Registered(table, binary, runs);
        table.Append(await LocalSetup.RunAsync(binary));
        return table.ToString();
    }

    private static void Registered(StringBuilder table, string binary, int runs)
    {
        using var tool = new ServedTool(binary);
        var fleet = new RegisteredFleet(tool);
        tool.CreateStack();
        tool.CreateLayer("web", """{"Configure":["configured"]}""");
        tool.CreateLayer("idle");
        fleet.Register(1, Configured, "web");
        var times = Enumerable.Range(0, runs)
            .Select(_ => tool.Run("event", "trigger", "configure", "--layer", "web", "--yes", "--wait").TotalSeconds)
            .ToList();
        ServerBenchmark.Head(table, $"Configure on {Configured} registered machines");
        ServerBenchmark.Row(
            table, $"from the call to the last end, median of {runs}", Seconds(ServerBenchmark.Quantile(times, 0.5)));
        ServerBenchmark.Row(table, "the longest", Seconds(times.Max()));
        fleet.Register(Configured + 1, Idle, "idle");
        tool.CreateInstances(Stopped, "idle");
        ServerBenchmark.Head(table, $"{Configured + Idle} online and {Stopped} stopped instances");
        ServerBenchmark.Row(table, "memory of the server, without workers", $"{tool.Server.MemoryMegabytes:F0} MB");
    }

    public static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s");
}
