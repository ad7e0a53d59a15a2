using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>A cookbook that another depends on.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Version">The versions that suit; null for all.</param>
internal sealed record CookbookDependency(DependencySource Source, VersionRange? Version = null)
{
    public static CookbookDependency ByName { get; } = new(new FolderSource());
}
