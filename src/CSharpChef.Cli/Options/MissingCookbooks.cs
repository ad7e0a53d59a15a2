using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Dependencies;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Options;

/// <summary>
/// Fetches locked cookbooks and NuGet packages before a run. It stands apart so that a run that lacks nothing loads
/// none of the libraries for it.
/// </summary>
internal static class MissingCookbooks
{
    /// <exception cref="ChefException">One cannot be fetched, or the network may not be used.</exception>
    public static async Task FetchAsync(CookbookStore store, Cookbook root, SourceUse use, CancellationToken ct)
    {
        if (store.Missing(root) is { Count: > 0 } cookbooks)
        {
            await FetchAsync(store, root, cookbooks, use, ct);
        }

        if (store.MissingPackages(root) is { Count: > 0 } packages)
        {
            await FetchAsync(store, root, packages, use, ct);
        }
    }

    private static Task FetchAsync(
        CookbookStore store, Cookbook root, IReadOnlyList<LockedCookbook> missing, SourceUse use, CancellationToken ct)
    {
        var names = string.Join(", ", missing.Select(each => each.Name));
        RequireOnline(root, $"the cache of this machine lacks {names}", use);
        return InstallAsync(store, root, names, use, (installer, limit) => installer.FetchAsync(missing, limit), ct);
    }

    private static Task FetchAsync(
        CookbookStore store, Cookbook root, IReadOnlyList<LockedPackage> missing, SourceUse use, CancellationToken ct)
    {
        var names = string.Join(", ", missing);
        RequireOnline(root, $"NuGet's folder of packages lacks {names}", use);
        return InstallAsync(store, root, names, use, (installer, limit) => installer.FetchAsync(missing, limit), ct);
    }

    private static void RequireOnline(Cookbook root, string lack, SourceUse use)
    {
        if (use.IsOffline)
        {
            throw new RecipeException(
                $"{root.Files.PathOf(CookbookLock.FileName)}: {lack}, and --offline forbids to fetch: run once without it");
        }
    }

    private static Task<int> InstallAsync(
        CookbookStore store, Cookbook root, string names, SourceUse use,
        Func<CookbookInstaller, CancellationToken, Task<int>> fetch, CancellationToken ct) => use.Limit.RunAsync(
            $"Fetching {names}",
            async (GitAccess access, CancellationToken limit) =>
            {
                using var installer = new CookbookInstaller(store, root, access);
                return await fetch(installer, limit);
            },
            ct);
}
