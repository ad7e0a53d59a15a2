using System.Runtime.InteropServices;

namespace CSharpChef.Converge.Cookbooks.Packages;

/// <summary>The platforms that a lock file tells apart, by the runtime identifiers of .NET.</summary>
internal static class RuntimeIds
{
    public static IReadOnlyList<string> All { get; } =
    [
        "linux-x64", "linux-arm64", "linux-musl-x64", "linux-musl-arm64", "osx-x64", "osx-arm64", "win-x64", "win-arm64",
    ];

    /// <summary>The identifier of this process.</summary>
    public static string Current { get; } =
        $"{System}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static string System => OperatingSystem.IsWindows() ? "win"
        : OperatingSystem.IsMacOS() ? "osx"
        : IsMusl ? "linux-musl"
        : "linux";

    // Alpine's own build of .NET has the identifier alpine.
    private static bool IsMusl => RuntimeInformation.RuntimeIdentifier is var id
        && (id.Contains("musl", StringComparison.Ordinal) || id.StartsWith("alpine", StringComparison.Ordinal));
}
