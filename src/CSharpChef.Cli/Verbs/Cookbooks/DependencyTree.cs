using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary>What one cookbook depends on, and these in turn.</summary>
internal sealed class DependencyTree(CookbookStore store, Cookbook root)
{
    private readonly Dictionary<string, Cookbook> all = store.WithDependencies(root).ToDictionary(each => each.Name);

    public Cookbook Root => root;

    /// <summary>The cookbooks that one depends on, each with the source and versions that it asks for.</summary>
    public IEnumerable<(Cookbook Cookbook, CookbookDependency Wanted)> Of(Cookbook owner) =>
        owner.Manifest.Dependencies.Select(each => (all[each.Key], each.Value));

    /// <summary>The packages that the scripts of a cookbook name.</summary>
    public IEnumerable<LockedPackage> PackagesOf(Cookbook owner) =>
        root.Lock?.Packages.Values.Where(package => package.Requested.ContainsKey(owner.Name)) ?? [];

    /// <summary>The packages that one needs.</summary>
    public IEnumerable<LockedPackage> PackagesOf(LockedPackage package) =>
        package.Dependencies.Select(id => root.Lock!.Packages.GetValueOrDefault(id)).OfType<LockedPackage>();

    public string? VersionOf(Cookbook cookbook) => store.VersionOf(cookbook)?.ToString();
}
