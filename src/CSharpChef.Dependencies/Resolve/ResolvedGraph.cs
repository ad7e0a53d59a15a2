using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>All that one cookbook depends on, with one version of each.</summary>
/// <param name="Root">The cookbook.</param>
/// <param name="Locked">Those that a lock file has to pin, by name, sorted.</param>
/// <param name="Demands">Who asks for which.</param>
internal sealed record ResolvedGraph(
    Cookbook Root,
    IReadOnlyDictionary<string, LockedCookbook> Locked,
    IReadOnlyList<Demand> Demands)
{
    /// <summary>
    /// The cookbook and all that it depends on. A locked one that a folder of cookbooks has as well is in it twice,
    /// that of the folder first.
    /// </summary>
    public IReadOnlyList<Cookbook> Cookbooks { get; init; } = [];
}
