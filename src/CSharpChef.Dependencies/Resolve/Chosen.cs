using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>What was chosen for a name.</summary>
/// <param name="Cookbook">The cookbook.</param>
/// <param name="Locked">What a lock file has to pin of it; null for a cookbook of a folder.</param>
internal sealed record Chosen(Cookbook Cookbook, LockedCookbook? Locked)
{
    public SemanticVersion? Version => SemanticVersion.Parse(Locked?.Version ?? "") ?? Cookbook.Manifest.Version;

    /// <summary>The file, line and column of a value of its <c>cookbook.json</c>, for messages.</summary>
    public string PlaceOf(string path) => Locked is null
        ? Cookbook.PlaceInManifest(path)
        : $"{Locked.Name} {Locked}, {Path.GetFileName(Cookbook.PlaceInManifest(path))}";
}
