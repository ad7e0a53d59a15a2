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

    public static string Run(string binary, int runs)
    {
        var table = new StringBuilder();
        using var fleet = new RegisteredFleet(binary);
        fleet.CreateStack();
        fleet.Register(1, Configured, "web");
        var times = Enumerable.Range(0, runs)
            .Select(_ => fleet.Run("event", "trigger", "configure", "--layer", "web", "--yes", "--wait").TotalSeconds)
            .ToList();
        ServerBenchmark.Head(table, $"Configure on {Configured} registered machines");
        ServerBenchmark.Row(
            table, $"from the call to the last end, median of {runs}", Seconds(ServerBenchmark.Quantile(times, 0.5)));
        ServerBenchmark.Row(table, "the longest", Seconds(times.Max()));
        fleet.Register(Configured + 1, Idle, "idle");
        fleet.AddStopped(Stopped);
        ServerBenchmark.Head(table, $"{Configured + Idle} online and {Stopped} stopped instances");
        ServerBenchmark.Row(table, "memory of the server, without workers", $"{fleet.Server.MemoryMegabytes:F0} MB");
        return table.ToString();
    }

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s");
}
