using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks.Packages;

/// <summary>
/// What feeds warned of in packages, as lines such as <c>is deprecated</c>: asked when they were locked, and repeated
/// by commands that open no connection.
/// </summary>
internal sealed class AdviceCache(DiskCache disk)
{
    public static AdviceCache Default() => new(DiskCache.Default());

    /// <summary>The warnings about a package; empty when there are none or nobody asked.</summary>
    public IReadOnlyList<string> Read(LockedPackage package) =>
        disk.Read(NameOf(package)) is { } bytes
            ? Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : [];

    public void Write(LockedPackage package, IReadOnlyList<string> warnings) =>
        disk.Write(NameOf(package), Encoding.UTF8.GetBytes(string.Join('\n', warnings)));

    /// <summary>The warnings about packages as a command prints them.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="file">The lock file that pins them.</param>
    public IReadOnlyList<string> Lines(IEnumerable<LockedPackage> packages, string file) =>
        [.. packages.SelectMany(package => Read(package)
            .Select(warning => $"{file}: warning: the NuGet package {package} {warning}"))];

    private static string NameOf(LockedPackage package) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{package.Id.ToLowerInvariant()} {package.Version} {package.Hash}"))) + ".advice";
}
