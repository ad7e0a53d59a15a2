using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using NuGet.Versioning;

namespace CSharpChef.Dependencies.Packages;

/// <summary>
/// Fetches cookbooks of NuGet packages into the cache: those have their files below <c>cookbook/</c>.
/// </summary>
/// <param name="cache">The cache.</param>
/// <param name="root">The folder whose nearest nuget.config names the feeds.</param>
/// <param name="configured">Makes the feeds; null for those of the nearest nuget.config and of the user.</param>
internal sealed class NuGetCookbooks(CookbookCache cache, string root, Func<PackageFeeds>? configured = null)
    : IDisposable
{
    private const string FilesFolder = "cookbook";

    // Read only when a package is asked for: without one, a nuget.config that is wrong does not matter.
    private readonly Lazy<PackageFeeds> feeds = new(configured ?? (() => PackageFeeds.Near(root)));
    private readonly Dictionary<string, IReadOnlyList<NuGetVersion>> versions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The versions of a package, the newest first, stable ones before all others.</summary>
    /// <exception cref="ChefException">A feed cannot be read, or none has the package.</exception>
    public async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken ct)
    {
        if (!versions.TryGetValue(id, out var known))
        {
            known = [.. (await feeds.Value.VersionsAsync(id, ct)).OrderBy(version => version.IsPrerelease)];
            versions.Add(id, known);
        }

        return known;
    }

    /// <summary>Fetches a version of a cookbook.</summary>
    /// <exception cref="ChefException">It cannot be fetched, or holds no cookbook of that name.</exception>
    public async Task<LockedCookbook> FetchAsync(
        string name, NuGetSource source, NuGetVersion version, CancellationToken ct)
    {
        var package = await feeds.Value.InstallAsync(source.Id, version, ct);
        var files = Path.Combine(package.Folder, FilesFolder);
        if (!Directory.Exists(files))
        {
            throw new RecipeException(
                $"the package {source.Id} {version} has no folder {FilesFolder}: it is not a cookbook, which csharpchef cookbook pack makes");
        }

        return cache.Add(folder =>
        {
            CookbookTree.Of(files).CopyTo(folder);
            return new LockedCookbook(name, source, FolderHash.Of(folder))
            {
                Version = version.ToNormalizedString(),
                PackageHash = package.Hash,
            };
        });
    }

    /// <summary>Fetches a locked cookbook.</summary>
    /// <exception cref="ChefException">It cannot be fetched, or its package is another one.</exception>
    public async Task FetchAsync(LockedCookbook locked, CancellationToken ct)
    {
        var source = (NuGetSource)locked.Source;
        var fetched = await FetchAsync(locked.Name, source, NuGetVersion.Parse(locked.Version!), ct);
        if (fetched.PackageHash != locked.PackageHash || fetched.Hash != locked.Hash)
        {
            var (now, before) = fetched.PackageHash != locked.PackageHash
                ? (fetched.PackageHash, locked.PackageHash)
                : (fetched.Hash, locked.Hash);
            throw new RecipeException(
                $"the package {source.Id} {locked.Version} is not the one that the lock file has: its hash is {now}, not {before}. See what changed, and lock it again with {LockCommand.Update(locked.Name, root)}");
        }
    }

    public void Dispose()
    {
        if (feeds.IsValueCreated)
        {
            feeds.Value.Dispose();
        }
    }
}
