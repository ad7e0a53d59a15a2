using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// Finds what one cookbook of a run list, the root, depends on. What the folders of cookbooks have wins over the lock
/// file, so that a cookbook can be developed; a source that the root names wins over those of its dependencies.
/// </summary>
internal sealed class DependencyWalk(CookbookStore store, Cookbook root)
{
    /// <summary>
    /// Appends the root, or one of its dependencies, after all that it depends on, leaving out what the list has.
    /// </summary>
    public void AddTo(List<Cookbook> ordered, Cookbook cookbook) => Add(cookbook, ordered, []);

    /// <exception cref="RecipeException">The lock file does not pin what the root names.</exception>
    public void RequireFreshLock()
    {
        foreach (var (name, dependency) in root.Manifest.Dependencies)
        {
            if (dependency.Source.NeedsLock && store.FolderOf(name) is null)
            {
                Locked(root, name, dependency.Source);
            }
        }
    }

    private void Add(Cookbook cookbook, List<Cookbook> ordered, IReadOnlyList<string> path)
    {
        if (path.Contains(cookbook.Name))
        {
            throw new RecipeException(
                $"cookbooks depend on each other in a circle: {string.Join(" -> ", path.Append(cookbook.Name))}");
        }

        if (ordered.Contains(cookbook))
        {
            return;
        }

        foreach (var (name, dependency) in cookbook.Manifest.Dependencies)
        {
            var found = Find(cookbook, name, dependency.Source);
            store.NoteRoot(found, root);
            RequireVersion(cookbook, found, dependency.Version);
            Add(found, ordered, [.. path, cookbook.Name]);
        }

        ordered.Add(cookbook);
    }

    private Cookbook Find(Cookbook owner, string name, DependencySource source)
    {
        if (store.FolderOf(name) is { } folder)
        {
            return root.Lock?.Cookbooks.GetValueOrDefault(name) is { } locked
                ? store.OpenInPlaceOf(locked, folder)
                : store.Open(name, folder);
        }

        var named = root.Manifest.Dependencies.GetValueOrDefault(name)?.Source;
        if (owner != root && named is not null and not FolderSource)
        {
            return Find(root, name, named);
        }

        return store.IsLocked(owner)
            ? OpenLocked(owner, name)
            : source switch
            {
                PathSource path => OpenPath(owner, name, path),
                FolderSource when root.Lock?.Cookbooks.GetValueOrDefault(name) is null =>
                    throw store.UnknownCookbook(name, owner),
                FolderSource => OpenLocked(owner, name),
                _ => OpenLocked(owner, name, source),
            };
    }

    private Cookbook OpenPath(Cookbook owner, string name, PathSource path)
    {
        var folder = path.Location(owner.Files.Folder);
        if (store.RepositoryOf(owner.Files.Folder) is { } repository && !repository.Has(folder))
        {
            throw new RecipeException(
                $"{owner.PlaceInManifest($"dependencies.{name}")}: {path.Path} is not in the repository {repository.Location}");
        }

        if (store.Within is { } within && folder != within && !RealPath.IsBelow(within, folder))
        {
            throw new RecipeException(
                $"{owner.PlaceInManifest($"dependencies.{name}")}: {path.Path} leads out of the source of the cookbooks: move {name} into it, or name its repository with \"git\"");
        }

        return Directory.Exists(folder) ? store.Open(name, folder) : throw new RecipeException(
            $"{owner.PlaceInManifest($"dependencies.{name}")}: there is no folder {ShownPath.Of(folder)} with the cookbook {name}");
    }

    private Cookbook OpenLocked(Cookbook owner, string name, DependencySource? wanted = null) =>
        store.Open(Locked(owner, name, wanted), root.Lock!.File);

    private LockedCookbook Locked(Cookbook owner, string name, DependencySource? wanted)
    {
        var place = owner.PlaceInManifest($"dependencies.{name}");
        if (root.Lock is not { } known)
        {
            throw new RecipeException(
                $"{place}: {root.Name} has no {CookbookLock.FileName}, which says what {name} is fetched{(wanted is null ? "" : $" from {wanted}")}: {Install}");
        }

        var locked = known.Cookbooks.GetValueOrDefault(name);
        var fits = wanted is null || locked?.Fits(wanted, owner.Files.Folder, root.Files.Folder) == true;
        return locked is not null && fits
            ? locked
            : throw new RecipeException(
                $"{place}: {known.File} does not fit this: it does not lock {name}{(wanted is null ? "" : $" from {wanted}")}: {Install}");
    }

    private string Install => $"write it with {LockCommand.Install(root.Files.Folder)}";

    private void RequireVersion(Cookbook owner, Cookbook found, VersionRange? wanted)
    {
        var version = store.VersionOf(found);
        if (wanted is null || (version is not null && wanted.Contains(version)))
        {
            return;
        }

        var place = owner.PlaceInManifest($"dependencies.{found.Name}.version");
        throw new RecipeException(
            $"{place}: {owner.Name} needs {found.Name} {wanted}, and {ShownPath.Of(found.Files.Folder)} has {version?.ToString() ?? "no version in its cookbook.json"}"
            + (store.IsLocked(found) ? $": {Install}" : ""));
    }
}
