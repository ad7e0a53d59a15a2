using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies.Resolve;

namespace CSharpChef.Dependencies;

/// <summary>What an install did to the lock file.</summary>
/// <param name="Graph">The dependencies.</param>
/// <param name="Before">What the lock file pinned before.</param>
internal sealed record InstallResult(ResolvedGraph Graph, IReadOnlyDictionary<string, LockedCookbook> Before)
{
    /// <summary>A line for each cookbook that is added, changed or left out.</summary>
    public IReadOnlyList<string> Changes =>
    [
        .. Graph.Locked.Values.Where(now => !Before.ContainsKey(now.Name)).Select(now => $"+ {now.Name} {now}"),
        .. Graph.Locked.Values
            .Where(now => Before.TryGetValue(now.Name, out var old) && old.Hash != now.Hash)
            .Select(now => $"~ {now.Name} {Before[now.Name]} -> {now}"),
        .. Before.Values.Where(old => !Graph.Locked.ContainsKey(old.Name)).Select(old => $"- {old.Name} {old}"),
    ];
}
