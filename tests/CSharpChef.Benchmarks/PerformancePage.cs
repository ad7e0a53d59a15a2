using System.Globalization;
using System.Runtime.InteropServices;

namespace CSharpChef.Benchmarks;

/// <summary>Makes <c>docs/performance.md</c> of measured tables.</summary>
internal static class PerformancePage
{
    public static string Of(DateTimeOffset when, IEnumerable<string> tables) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        # Performance

        Measured on {when:yyyy-MM-dd} on {Machine()}. Managed hosts are containers of the same machine: its processors do both sides' work, so
        read the ratios, not the times.

        Repeat it, as root on Linux: `dotnet run --project tests/CSharpChef.Benchmarks -c Release -- --write` (`--help` names the scenarios).

        - *ssh script* is the floor: OpenSSH runs one hand-written shell script that reads the same state on a cold connection. It
          compares nothing and changes nothing. *ssh true* is the connection alone.
        - *x* is the median time as a multiple of a floor's, *CPU x* the same of processor time on the controlling machine, *peak MB* the most memory
          its process held.
        - Contenders take turns, each time with a new process and a new connection.

        {string.Join('\n', tables)}
        """);

    public static string OfServer(DateTimeOffset when, string tables) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        # Performance of the server

        Measured on {when:yyyy-MM-dd} on {Machine()}. One process, SQLite, with the load on the same machine. Times are those of a client, from
        when a call was due: a call that had to wait for its turn counts its waiting.

        Repeat it: `dotnet run --project tests/CSharpChef.Benchmarks -c Release -- server --write`.
        {tables}
        """);

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(
            line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} processors ({model ?? "unknown"}), {memory:F0} GB, Linux {Environment.OSVersion.Version}, {RuntimeInformation.FrameworkDescription}");
    }
}
