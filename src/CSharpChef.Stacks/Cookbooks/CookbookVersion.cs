using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>One fetched state of a stack's cookbooks, in folders that are only read.</summary>
/// <param name="Id">Its id: hexadecimal digits, the name of its folder.</param>
/// <param name="Folder">The folder with all its files.</param>
/// <param name="CookbookFolders">The folders of cookbooks, as a run gets them; the first that has one wins.</param>
/// <param name="Cookbooks">The names of the cookbooks, sorted.</param>
internal sealed record CookbookVersion(
    string Id, string Folder, IReadOnlyList<string> CookbookFolders, IReadOnlyList<string> Cookbooks)
{
    /// <summary>The folders of the cookbooks and NuGet packages that its lock files name.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>The cache of locked cookbooks, of which a run needs those of <see cref="Dependencies"/>.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>NuGet's folder of packages: what a run gets as NUGET_PACKAGES.</summary>
    public required string PackagesFolder { get; init; }

    /// <summary>All folders that a run needs to read.</summary>
    public IReadOnlyList<string> Roots => [Folder, .. Dependencies];

    /// <summary>The cookbooks for a run.</summary>
    public CookbookStore Open() => new(CookbookFolders)
    {
        Cache = new CookbookCache(CacheFolder),
        Within = Path.GetFullPath(Folder),
    };
}
