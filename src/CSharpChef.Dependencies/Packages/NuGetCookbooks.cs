using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies.Disk;
using NuGet.Versioning;

namespace CSharpChef.Dependencies.Packages;

/// <summary>
/// Fetches cookbooks of NuGet packages into the cache: those have their files below <c>cookbook/</c>.
/// </summary>
internal sealed class NuGetCookbooks(CookbookCache cache, PackageFeeds feeds)
{
    private const string FilesFolder = "cookbook";

    private readonly Dictionary<string, IReadOnlyList<NuGetVersion>> versions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The versions of a package, the newest first, stable ones before all others.</summary>
    /// <exception cref="ChefException">A feed cannot be read, or none has the package.</exception>
    public async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken ct)
    {
        if (!versions.TryGetValue(id, out var known))
        {
            known = [.. (await feeds.VersionsAsync(id, ct)).OrderBy(version => version.IsPrerelease)];
            versions.Add(id, known);
        }

        return known;
    }

    /// <summary>Fetches a version of a cookbook.</summary>
    /// <exception cref="ChefException">It cannot be fetched, or holds no cookbook of that name.</exception>
    public async Task<LockedCookbook> FetchAsync(
        string name, NuGetSource source, NuGetVersion version, CancellationToken ct)
    {
        var package = await feeds.InstallAsync(source.Id, version, ct);
        var files = Path.Combine(package.Folder, FilesFolder);
        if (!Directory.Exists(files))
        {
            throw new RecipeException(
                $"the package {source.Id} {version} has no folder {FilesFolder}: it is not a cookbook, which csharpchef cookbook pack makes");
        }

        var folder = cache.NewFolder();
        try
        {
            Copy(files, folder);
            var locked = new LockedCookbook(name, source, FolderHash.Of(folder))
            {
                Version = version.ToNormalizedString(),
                PackageHash = package.Hash,
            };
            cache.Add(locked, folder);
            return locked;
        }
        catch
        {
            WorkFolder.Delete(folder);
            throw;
        }
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
                $"the package {source.Id} {locked.Version} is not the one that the lock file has: its hash is {now}, not {before}. See what changed, and lock it again with csharpchef cookbook update {locked.Name}");
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
