using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging.Core;
using NuGet.Packaging.Signing;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace CSharpChef.Dependencies.Packages;

/// <summary>
/// The NuGet feeds that the nuget.config nearest to a folder names, with its mapping of ids to feeds.
/// </summary>
internal sealed class PackageFeeds : IDisposable
{
    private readonly ISettings settings;
    private readonly PackageSourceMapping mapping;
    private readonly List<SourceRepository> feeds;
    private readonly SourceCacheContext cache = new();

    // NuGet believes lists of versions that it has on disk for 30 minutes; what it then asks for reads this answer.
    private readonly SourceCacheContext fresh = new() { NoCache = true };

    private readonly string? folder;

    private PackageFeeds(ISettings settings, string? folder = null, params INuGetResourceProvider[] providers)
    {
        (this.settings, this.folder) = (settings, folder);
        mapping = PackageSourceMapping.GetPackageSourceMapping(settings);
        feeds = [.. new SourceRepositoryProvider(
                new PackageSourceProvider(settings),
                [
                    .. providers.Select(each => new Lazy<INuGetResourceProvider>(each)),
                    .. Repository.Provider.GetCoreV3(),
                ])
            .GetRepositories().Where(feed => feed.PackageSource.IsEnabled)];
    }

    /// <summary>The time limit of each question; it is asked twice.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The mapping of ids to feeds.</summary>
    public PackageSourceMapping Mapping => mapping;

    /// <summary>What NuGet remembers of the answers of feeds.</summary>
    public SourceCacheContext Cache => cache;

    /// <summary>For lists of versions, which feeds are asked for each time.</summary>
    public SourceCacheContext Fresh => fresh;

    /// <summary>All feeds.</summary>
    public IReadOnlyList<SourceRepository> All => feeds;

    /// <summary>NuGet's folder of packages.</summary>
    public string Folder => folder ?? SettingsUtility.GetGlobalPackagesFolder(settings);

    /// <exception cref="RecipeException">A nuget.config cannot be read.</exception>
    public static PackageFeeds Near(string folder) => new(SettingsNear(folder));

    /// <summary>The feeds of the nuget.config files of a source, for a server.</summary>
    /// <param name="settings">Their settings, and none of the server's account.</param>
    /// <param name="folder">NuGet's folder of packages.</param>
    /// <param name="handlers">Makes the connections.</param>
    public static PackageFeeds OfServer(ISettings settings, string folder, FeedConnections handlers) =>
        new(settings, folder, handlers);

    /// <summary>The settings of the nuget.config nearest to a folder.</summary>
    /// <exception cref="RecipeException">A nuget.config cannot be read.</exception>
    public static ISettings SettingsNear(string folder)
    {
        try
        {
            return Settings.LoadDefaultSettings(folder);
        }
        catch (NuGetConfigurationException e)
        {
            throw new RecipeException(e.Message, e);
        }
    }

    /// <summary>All versions of a package on all feeds that may have it, the newest first.</summary>
    /// <exception cref="ChefException">A feed cannot be read, or none has the package.</exception>
    public async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken ct)
    {
        var versions = new SortedSet<NuGetVersion>();
        foreach (var feed in FeedsOf(id))
        {
            versions.UnionWith(await AskAsync(feed, id, async token =>
                await (await feed.GetResourceAsync<FindPackageByIdResource>(token))!
                    .GetAllVersionsAsync(id, fresh, NullLogger.Instance, token), ct));
        }

        return versions.Count > 0 ? [.. versions.Reverse()] : throw Missing(id, $"a package {id}");
    }

    /// <summary>Makes sure that NuGet's folder of packages has a package, and returns its folder and hash.</summary>
    /// <exception cref="ChefException">A feed cannot be read, or none has the package.</exception>
    public async Task<InstalledPackage> InstallAsync(string id, NuGetVersion version, CancellationToken ct)
    {
        var folder = Folder;
        var identity = new PackageIdentity(id, version);
        if (InstalledPackage.Find(folder, identity) is { } installed)
        {
            return installed;
        }

        foreach (var feed in FeedsOf(id))
        {
            if (await AskAsync(feed, id, token => InstallAsync(feed, identity, folder, token), ct))
            {
                return InstalledPackage.Find(folder, identity)!;
            }
        }

        throw Missing(id, $"{id} {version}");
    }

    /// <summary>Asks a feed within the time limit.</summary>
    /// <exception cref="ChefException">It does not answer, or what it has is damaged.</exception>
    public Task<T> AskAsync<T>(
        SourceRepository feed, string id, Func<CancellationToken, Task<T>> ask, CancellationToken ct) =>
        FeedCall.RunAsync(feed, id, ask, TimeLimit, ct);

    public void Dispose()
    {
        cache.Dispose();
        fresh.Dispose();
    }

    private RecipeException Missing(string id, string text) => new(FeedsOf(id) switch
    {
        [] when mapping.IsEnabled =>
            $"packageSourceMapping of nuget.config maps the package {id} to {string.Join(", ", mapping.GetConfiguredPackageSources(id))}, which packageSources does not have or has disabled: add or enable it",
        [] => $"nuget.config names no feed that is enabled, and {text} is asked for: add one to packageSources",
        var asked => $"no feed has {text}: {string.Join(", ", asked.Select(FeedCall.Shown))}",
    });

    private async Task<bool> InstallAsync(
        SourceRepository feed, PackageIdentity identity, string folder, CancellationToken ct)
    {
        var finder = (await feed.GetResourceAsync<FindPackageByIdResource>(ct))!;
        using var package = new MemoryStream();
        var log = new FeedLog();
        await finder.GetAllVersionsAsync(identity.Id, fresh, log, ct);
        if (!await finder.CopyNupkgToStreamAsync(identity.Id, identity.Version, package, cache, log, ct))
        {
            log.ThrowFailure();
            return false;
        }

        package.Position = 0;
        var policy = ClientPolicyContext.GetClientPolicy(settings, NullLogger.Instance);
        using var added = await GlobalPackagesFolderUtility.AddPackageAsync(
            feed.PackageSource.Source, identity, package, folder, Guid.Empty, policy, NullLogger.Instance, ct);
        return true;
    }

    /// <summary>The feeds that may have a package.</summary>
    /// <exception cref="RecipeException">The mapping of ids to feeds names none.</exception>
    public IReadOnlyList<SourceRepository> FeedsOf(string id)
    {
        if (!mapping.IsEnabled)
        {
            return feeds;
        }

        var names = mapping.GetConfiguredPackageSources(id);
        return names.Count > 0
            ? [.. feeds.Where(feed => names.Contains(feed.PackageSource.Name, StringComparer.OrdinalIgnoreCase))]
            : throw new RecipeException($"packageSourceMapping of nuget.config names no feed for the package {id}");
    }
}
