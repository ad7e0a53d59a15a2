using System.Globalization;
using System.Text;

namespace CSharpChef.Benchmarks.Server;

/// <summary>
/// Measures Configure on a hundred registered machines, and the memory of a server with many instances.
/// </summary>
internal static class FleetBenchmark
{
    private const int Configured = 100;
    private const int Idle = 100;
    private const int Stopped = 1000;

    public static async Task<string> RunAsync(string binary, int runs)
    {
        var table = new StringBuilder();
        using var tool = new ServedTool(binary);
        var fleet = new RegisteredFleet(tool);
        tool.CreateStack();
        tool.CreateLayer("web", """{"Configure":["configured"]}""");
        tool.CreateLayer("idle");
        await fleet.RegisterAsync(1, Configured, "web");
        var times = Enumerable.Range(0, runs)
            .Select(_ => tool.Run(RegisteredFleet.TriggerConfigure).TotalSeconds)
            .ToList();
        ServerBenchmark.Head(table, $"Configure on {Configured} registered machines");
        ServerBenchmark.Row(
            table, $"from the call to the last end, median of {runs}", Seconds(ServerBenchmark.Quantile(times, 0.5)));
        ServerBenchmark.Row(table, "the longest", Seconds(times.Max()));
        await fleet.RegisterAsync(Configured + 1, Idle, "idle");
        await tool.CreateInstancesAsync(Stopped, "idle");
        ServerBenchmark.Head(table, $"{Configured + Idle} online and {Stopped} stopped instances");
        ServerBenchmark.Row(table, "memory of the server, without workers", $"{tool.Server.MemoryMegabytes:F0} MB");
        return table.ToString();
    }

    public static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s");
}
