using CSharpChef.Cli.Output;
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
    public static async Task FetchAsync(
        CookbookStore store, Cookbook root, IReadOnlyList<LockedCookbook> missing, bool isOffline, CancellationToken ct)
    {
        var names = string.Join(", ", missing.Select(each => each.Name));
        if (isOffline)
        {
            throw new RecipeException(
                $"{root.Files.PathOf(CookbookLock.FileName)}: the cache of this machine lacks {names}, and --offline forbids to fetch: run csharpchef cookbook install --path {ShownPath.Of(root.Files.Folder)} first");
        }

        using var installer = new CookbookInstaller(store, root, GitAccess.OfUser);
        await SlowNote.OfConsole().WhileAsync(
            $"Fetching {names}", Task.Run(() => installer.FetchAsync(missing, ct), ct).WaitAsync(ct));
    }
}
