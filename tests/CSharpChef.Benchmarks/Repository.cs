using System.Globalization;
using System.Runtime.CompilerServices;

namespace CSharpChef.Benchmarks;

/// <summary>Where things are in this repository, and in the fleet's folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../.."));

    public static string StateScript => Path.Combine(Here(), "web-node/state.sh");

    public static string BenchmarkCookbooks => Path.Combine(Here(), "web-node/cookbooks");

    public static string FleetScript => Path.Combine(Root, "tests/fleet/fleet");

    public static string SshConfig(bool wan = false) => Path.Combine(
        Environment.GetEnvironmentVariable("FLEET_HOME") is { Length: > 0 } home ? home : "/var/lib/fleet",
        wan ? "ssh_config-wan" : "ssh_config");

    /// <summary>The instances to measure with, counted from 1; FLEET_FIRST says which is the first, as for the fleet's tests.</summary>
    public static string Host(int i) =>
        $"n{(int.TryParse(Environment.GetEnvironmentVariable("FLEET_FIRST"), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1) + i - 1}";

    /// <summary>Makes csharpchef as users get it, compiled ahead, and tells where it is.</summary>
    public static string Publish()
    {
        var folder = Path.Combine(Here(), "bin/published");
        var project = Path.Combine(Root, "src/CSharpChef.Cli");
        new Contender("publish", ["dotnet", "publish", project, "-c", "Release", "-r", "linux-x64", "--nologo", "-v", "quiet", "-o", folder]).Measure();
        return Path.Combine(folder, "csharpchef");
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
