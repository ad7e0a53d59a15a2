using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Options;

/// <summary>
/// Fetches locked cookbooks before a run. It stands apart so that a run with a full cache loads none of the libraries
/// for it.
/// </summary>
internal static class MissingCookbooks
{
    /// <exception cref="ChefException">One cannot be fetched, or the network may not be used.</exception>
    public static Task FetchAsync(CookbookStore store, Cookbook root, bool isOffline, CancellationToken ct) =>
        store.Missing(root) is { Count: > 0 } missing
            ? FetchAsync(store, root, missing, isOffline, ct)
            : Task.CompletedTask;

    private static async Task FetchAsync(
        CookbookStore store, Cookbook root, IReadOnlyList<LockedCookbook> missing, bool isOffline, CancellationToken ct)
    {
        var names = string.Join(", ", missing.Select(each => each.Name));
        if (isOffline)
        {
            throw new RecipeException(
                $"{root.Files.PathOf(CookbookLock.FileName)}: the cache of this machine lacks {names}, and --offline forbids to fetch: run {LockCommand.Install(root.Files.Folder)} first");
        }

        await FetchOptions.RunAsync(
            $"Fetching {names}", (access, limit) => InstallAsync(store, root, missing, access, limit), ct);
    }

    private static async Task<int> InstallAsync(
        CookbookStore store, Cookbook root, IReadOnlyList<LockedCookbook> missing, GitAccess access,
        CancellationToken ct)
    {
        using var installer = new CookbookInstaller(store, root, access);
        return await installer.FetchAsync(missing, ct);
    }
}
