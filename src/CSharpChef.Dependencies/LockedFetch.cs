using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Dependencies.Closure;
using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Packages;

namespace CSharpChef.Dependencies;

/// <summary>Fetches what the lock file of a cookbook names and a server lacks.</summary>
/// <param name="store">The cookbooks of a source, and the cache of the server.</param>
/// <param name="packages">The server's folder of packages.</param>
/// <param name="access">How Git repositories are reached.</param>
/// <param name="feeds">Makes the feeds of a cookbook.</param>
internal sealed class LockedFetch(
    CookbookStore store, GlobalPackages packages, GitAccess access, Func<Cookbook, PackageFeeds> feeds)
{
    /// <summary>Fetches what is missing.</summary>
    /// <returns>The folders of all that the lock file names.</returns>
    /// <exception cref="ChefException">
    /// The lock file is missing or old, or something cannot be fetched or is another one than it says.
    /// </exception>
    public async Task<IReadOnlyList<string>> RunAsync(Cookbook root, CancellationToken ct)
    {
        store.RequireFreshLock(root);
        if (root.Lock is not { } known)
        {
            return [];
        }

        using var nuget = new NuGetCookbooks(store.Cache, root.Files.Folder, () => feeds(root));
        var git = new GitCookbooks(store.Cache, access);
        foreach (var locked in store.Missing(root))
        {
            await FetchAsync(locked, root, git, nuget, ct);
        }

        await FetchAsync([.. known.Packages.Values.Where(each => !packages.Has(each, root))], root, ct);
        return
        [
            .. known.Cookbooks.Values.Where(each => store.FolderOf(each.Name) is null).Select(store.Cache.FolderOf),
            .. known.Packages.Values.Select(packages.FolderOf),
        ];
    }

    private static async Task FetchAsync(
        LockedCookbook locked, Cookbook root, GitCookbooks git, NuGetCookbooks nuget, CancellationToken ct)
    {
        if (locked.Source is NuGetSource)
        {
            await nuget.FetchAsync(locked, ct);
        }
        else
        {
            git.Fetch(locked, root.Files.Folder, ct);
        }
    }

    private async Task FetchAsync(IReadOnlyList<LockedPackage> missing, Cookbook root, CancellationToken ct)
    {
        if (missing.Count == 0)
        {
            return;
        }

        using var configured = feeds(root);
        var closure = new PackageClosure(configured, root, root.Lock!.Packages);
        await Task.WhenAll(missing.Select(locked => closure.InstallAsync(locked, ct)));
    }
}
