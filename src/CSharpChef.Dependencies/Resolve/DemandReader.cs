using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Repositories;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>
/// Reads what a cookbook of a graph asks for. A source that the root names decides for all, and a path in a fetched
/// cookbook means a folder of the same repository.
/// </summary>
internal sealed class DemandReader(CookbookStore store, Cookbook root)
{
    /// <param name="owner">The cookbook that asks.</param>
    /// <param name="chain">The names from the root to the one that asks.</param>
    /// <param name="name">The name of the other cookbook.</param>
    /// <param name="dependency">Its source and versions, as <c>cookbook.json</c> has them.</param>
    /// <exception cref="RecipeException">The source means nothing in a fetched cookbook.</exception>
    public Demand Read(Chosen owner, IReadOnlyList<string> chain, string name, CookbookDependency dependency)
    {
        var place = owner.PlaceOf($"dependencies.{name}");
        var named = root.Manifest.Dependencies.GetValueOrDefault(name)?.Source;
        var (from, source) = named is null or FolderSource
            ? (owner.Cookbook.Files.Folder, SourceIn(owner, name, dependency.Source, place))
            : (root.Files.Folder, named);
        return new Demand(
            name,
            dependency with { Source = source is GitSource git ? git.Moved(from, root.Files.Folder) : source },
            chain,
            place,
            from)
        {
            OwnerVersion = owner.Locked is null ? null : $"{owner.Version}",
        };
    }

    // In a cookbook of a repository, a path, or a name that no folder of cookbooks has, means a folder beside it.
    private DependencySource SourceIn(Chosen owner, string name, DependencySource source, string place) =>
        (owner.Locked, source) switch
        {
            ({ Source: GitSource repository } locked, PathSource { Path: var path }) =>
                Sibling(locked, repository, path, place),
            ({ Source: GitSource repository } locked, FolderSource) when store.FolderOf(name) is null =>
                Sibling(locked, repository, $"../{name}", place),
            ({ Source: NuGetSource }, PathSource { Path: var path }) => throw new RecipeException(
                $"{place}: a package cannot depend on the folder {path}: its cookbook.json has to name a Git repository or a package"),
            ({ }, GitSource { IsRelative: true } relative) => throw new RecipeException(
                $"{place}: {relative.Url} begins at a folder of its author's machine: its cookbook.json has to name the URL of the repository, or a cookbook of the run list the source of {name}"),
            _ => source,
        };

    private static GitSource Sibling(LockedCookbook locked, GitSource repository, string path, string place) =>
        repository with
        {
            Folder = RepositoryPath.Join(repository.Folder!, path)
                ?? throw new RecipeException($"{place}: {path} is not in the repository {repository.Url}"),
            Reference = new GitReference(GitReferenceKind.Commit, locked.Commit!),
        };
}
