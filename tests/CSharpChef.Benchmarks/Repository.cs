using System.Globalization;
using System.Runtime.CompilerServices;

namespace CSharpChef.Benchmarks;

/// <summary>Paths in this repository and in the folder of the fleet.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "../.."));

    public static string StateScript => Path.Combine(SourceFolder(), "cookbooks/web-node/state.sh");

    public static string BenchmarkCookbooks => Path.Combine(SourceFolder(), "cookbooks");

    /// <summary>
    /// The folder of the test project that a scenario generates, which takes the settings of this repository.
    /// </summary>
    public static string TestSuite => Path.Combine(SourceFolder(), "bin/test-suite");

    public static string FleetScript => Path.Combine(Root, "tests/fleet/fleet");

    public static string FleetHome { get; } = Environment.GetEnvironmentVariable("FLEET_HOME") is { Length: > 0 } home
        ? home
        : "/var/lib/fleet";

    public static string PerformancePage => Path.Combine(Root, "docs/performance.md");

    public static string ServerPage => Path.Combine(Root, "docs/server-performance.md");

    public static string SshConfig(bool wan = false) => Path.Combine(FleetHome, wan ? "ssh_config-wan" : "ssh_config");

    public static string LiteAddress(int i) => $"{Environment.GetEnvironmentVariable("FLEET_NET") ?? "198.18"}.78.{i}";

    /// <summary>Creates a folder for files of a scenario; it is deleted after the last scenario.</summary>
    public static string Scratch() =>
        Directory.CreateDirectory(Path.Combine(ScratchRoot, Path.GetRandomFileName())).FullName;

    public static void RemoveScratch()
    {
        if (Directory.Exists(ScratchRoot))
        {
            Directory.Delete(ScratchRoot, recursive: true);
        }
    }

    /// <summary>
    /// The name of an instance, counted from 1; FLEET_FIRST is the number of the first one, as for the fleet tests.
    /// </summary>
    public static string Host(int i) =>
        $"n{(int.TryParse(Environment.GetEnvironmentVariable("FLEET_FIRST"), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1) + i - 1}";

    /// <summary>Publishes csharpchef compiled ahead of time, as users install it, and returns its path.</summary>
    public static string Publish()
    {
        var folder = Path.Combine(SourceFolder(), "bin/published");
        var project = Path.Combine(Root, "src/CSharpChef.Cli");
        new MeasuredCommand(
            "publish",
            ["dotnet", "publish", project, "-c", "Release", "-r", "linux-x64", "--nologo", "-v", "quiet", "-o", folder])
                .Measure();
        return Path.Combine(folder, "csharpchef");
    }

    private static string ScratchRoot { get; } =
        Path.Combine(Path.GetTempPath(), $"csharpchef-benchmark-{Environment.ProcessId}");

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
