using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Dependencies.Closure;
using CSharpChef.Dependencies.Packages;
using CSharpChef.Dependencies.Resolve;
using NuGet.Versioning;

namespace CSharpChef.Dependencies;

/// <summary>
/// Locks and fetches the NuGet packages that the scripts of one cookbook and of its dependencies name.
/// </summary>
internal sealed class PackageInstaller(Cookbook root) : IDisposable
{
    // Read only when a script names a package: without one, a nuget.config that is wrong does not matter.
    private readonly Lazy<PackageFeeds> feeds = new(() => PackageFeeds.Near(root.Files.Folder));

    /// <summary>What the lock file pins, by id; nothing when it cannot be read.</summary>
    public IReadOnlyDictionary<string, LockedPackage> Pinned
    {
        get
        {
            try
            {
                return root.Lock?.Packages ?? new Dictionary<string, LockedPackage>();
            }
            catch (RecipeException)
            {
                return new Dictionary<string, LockedPackage>();
            }
        }
    }

    /// <summary>Chooses and installs the packages.</summary>
    /// <param name="graph">The cookbook with its dependencies.</param>
    /// <param name="released">The ids that the lock file pins and that are chosen again; null for all.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The packages, sorted by id.</returns>
    /// <exception cref="ChefException">A package cannot be had or used, or demands contradict each other.</exception>
    public async Task<IReadOnlyList<LockedPackage>> ResolveAsync(
        ResolvedGraph graph, IReadOnlyCollection<string>? released, CancellationToken ct)
    {
        var requests = graph.Cookbooks.SelectMany(ScriptPackages.Of)
            .DistinctBy(request => (request.Cookbook, request.Id.ToUpperInvariant()))
            .ToList();
        var pins = Pinned
            .Where(pin => released is not null && !released.Contains(pin.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        return requests.Count == 0
            ? []
            : await new PackageClosure(feeds.Value, root, pins).ResolveAsync(graph.Cookbooks, requests, ct);
    }

    /// <summary>What the feeds warn of in packages; check repeats it.</summary>
    public async Task<IReadOnlyList<string>> WarningsAsync(
        IReadOnlyList<LockedPackage> packages, CancellationToken ct) => packages.Count == 0
            ? []
            : await new PackageAdvisor(feeds.Value, AdviceCache.Default()).AskAsync(packages, ct);

    /// <summary>Fetches locked packages that NuGet's folder of packages lacks.</summary>
    /// <exception cref="ChefException">One cannot be fetched, or is another one than the lock file says.</exception>
    public Task FetchAsync(IReadOnlyCollection<LockedPackage> missing, CancellationToken ct)
    {
        var closure = new PackageClosure(feeds.Value, root, Pinned);
        return Task.WhenAll(missing.Select(locked => closure.InstallAsync(locked, ct)));
    }

    /// <summary>The locked packages of scripts that have newer versions, and what the feeds warn of.</summary>
    /// <exception cref="ChefException">A feed cannot be read.</exception>
    public async Task<PackageReport> OutdatedAsync(ResolvedGraph graph, CancellationToken ct)
    {
        var allowed = await ResolveAsync(graph, released: null, ct);
        var outdated = new List<OutdatedPackage>();
        foreach (var locked in Pinned.Values.Where(package => package.IsDirect))
        {
            var update = allowed.FirstOrDefault(each => each.IsSame(locked))?.Version;
            var newer = await NewerAsync(locked, ct);
            if (update != locked.Version || newer is not null)
            {
                outdated.Add(new OutdatedPackage(locked, update, newer ?? locked.Version));
            }
        }

        return new PackageReport(outdated, await WarningsAsync([.. Pinned.Values], ct));
    }

    public void Dispose()
    {
        if (feeds.IsValueCreated)
        {
            feeds.Value.Dispose();
        }
    }

    // A version before a release counts only where such a one is locked.
    private async Task<string?> NewerAsync(LockedPackage locked, CancellationToken ct)
    {
        var now = NuGetVersion.Parse(locked.Version);
        return (await feeds.Value.VersionsAsync(locked.Id, ct))
            .Where(version => version > now && (now.IsPrerelease || !version.IsPrerelease))
            .Max()?.ToNormalizedString();
    }
}
