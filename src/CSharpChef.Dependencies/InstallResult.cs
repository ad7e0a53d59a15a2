using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Dependencies.Resolve;

namespace CSharpChef.Dependencies;

/// <summary>What an install did to the lock file.</summary>
/// <param name="Graph">The dependencies.</param>
/// <param name="Before">What the lock file pinned before.</param>
internal sealed record InstallResult(ResolvedGraph Graph, IReadOnlyDictionary<string, LockedCookbook> Before)
{
    /// <summary>The locked packages of scripts, sorted by id.</summary>
    public IReadOnlyList<LockedPackage> Packages { get; init; } = [];

    /// <summary>The packages that the lock file pinned before, by id.</summary>
    public IReadOnlyDictionary<string, LockedPackage> PackagesBefore { get; init; } =
        new Dictionary<string, LockedPackage>();

    /// <summary>What the feeds warn of in the locked packages.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>A line for each cookbook and package that is added, changed or left out.</summary>
    public IReadOnlyList<string> Changes =>
    [
        .. Graph.Locked.Values.Where(now => !Before.ContainsKey(now.Name)).Select(now => $"+ {now.Name} {now}"),
        .. Graph.Locked.Values
            .Where(now => Before.TryGetValue(now.Name, out var old) && old.Hash != now.Hash)
            .Select(now => $"~ {now.Name} {Before[now.Name]} -> {now}"),
        .. Before.Values.Where(old => !Graph.Locked.ContainsKey(old.Name)).Select(old => $"- {old.Name} {old}"),
        .. Packages.Where(now => !PackagesBefore.ContainsKey(now.Id)).Select(now => $"+ package {now}"),
        .. Packages
            .Where(now => PackagesBefore.TryGetValue(now.Id, out var old) && old.Hash != now.Hash)
            .Select(now => $"~ package {PackagesBefore[now.Id]} -> {now.Version}"),
        .. PackagesBefore.Values.Where(old => Packages.All(now => !now.IsSame(old))).Select(old => $"- package {old}"),
    ];
}
