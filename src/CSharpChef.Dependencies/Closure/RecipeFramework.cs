using NuGet.Frameworks;
using NuGet.RuntimeModel;

namespace CSharpChef.Dependencies.Closure;

/// <summary>The framework of recipes, and which platforms of .NET include which.</summary>
internal static class RecipeFramework
{
    private static readonly string[] Architectures = ["x64", "arm64"];

    /// <summary>The one that this program is built for.</summary>
    public static NuGetFramework Framework { get; } = NuGetFramework.Parse("net10.0");

    /// <summary>The platforms, from special to general.</summary>
    public static RuntimeGraph Runtimes { get; } = new(
    [
        new RuntimeDescription("any"),
        new RuntimeDescription("unix", ["any"]),
        new RuntimeDescription("win", ["any"]),
        new RuntimeDescription("linux", ["unix"]),
        new RuntimeDescription("linux-musl", ["linux"]),
        new RuntimeDescription("osx", ["unix"]),
        .. Architectures.SelectMany(Of),
    ]);

    private static IEnumerable<RuntimeDescription> Of(string architecture) =>
    [
        new($"unix-{architecture}", ["unix"]),
        new($"win-{architecture}", ["win"]),
        new($"linux-{architecture}", ["linux", $"unix-{architecture}"]),
        new($"linux-musl-{architecture}", ["linux-musl", $"linux-{architecture}"]),
        new($"osx-{architecture}", ["osx", $"unix-{architecture}"]),
    ];
}
