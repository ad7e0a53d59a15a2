using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Packages;
using CSharpChef.Dependencies.Resolve;
using NuGet.Versioning;

namespace CSharpChef.Dependencies;

/// <summary>Resolves, locks and fetches what one cookbook depends on.</summary>
internal sealed class CookbookInstaller : IDisposable
{
    private readonly CookbookStore store;
    private readonly Cookbook root;
    private readonly NuGetCookbooks packages;
    private readonly CookbookSources sources;
    private readonly PackageInstaller libraries;
    private Task<ResolvedGraph>? newest;

    /// <param name="store">The folders of cookbooks, and the cache.</param>
    /// <param name="root">The cookbook.</param>
    /// <param name="access">How Git repositories are reached.</param>
    public CookbookInstaller(CookbookStore store, Cookbook root, GitAccess access)
    {
        (this.store, this.root) = (store, root);
        packages = new NuGetCookbooks(store.Cache, root.Files.Folder);
        libraries = new PackageInstaller(root);
        sources = new CookbookSources(new GitCookbooks(store.Cache, access), packages);
    }

    /// <summary>Resolves the dependencies and writes the lock file.</summary>
    /// <param name="released">The names that the lock file pins and that are chosen again; null for all.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ChefException">A source cannot be fetched, or the demands contradict each other.</exception>
    public async Task<InstallResult> InstallAsync(IReadOnlyCollection<string>? released, CancellationToken ct)
    {
        var before = Pinned();
        var pins = before.Where(pin => released is not null && !released.Contains(pin.Key)).ToDictionary();
        var graph = await new CookbookResolver(store, sources, pins).ResolveAsync(root, ct);
        var packagesBefore = libraries.Pinned;
        var locked = await libraries.ResolveAsync(graph, released, ct);
        LockFile.Write(root, graph.Locked, locked);
        return new InstallResult(graph, before)
        {
            Packages = locked,
            PackagesBefore = packagesBefore,
            Warnings = await libraries.WarningsAsync(locked, ct),
        };
    }

    /// <summary>Fetches locked cookbooks that the cache lacks.</summary>
    /// <returns>Their number.</returns>
    /// <exception cref="ChefException">One cannot be fetched, or is another one than the lock file says.</exception>
    public async Task<int> FetchAsync(IReadOnlyCollection<LockedCookbook> missing, CancellationToken ct)
    {
        foreach (var locked in missing)
        {
            await sources.FetchAsync(locked, root.Files.Folder, ct);
        }

        return missing.Count;
    }

    /// <summary>Fetches locked packages that NuGet's folder of packages lacks.</summary>
    /// <returns>Their number.</returns>
    /// <exception cref="ChefException">One cannot be fetched, or is another one than the lock file says.</exception>
    public async Task<int> FetchAsync(IReadOnlyCollection<LockedPackage> missing, CancellationToken ct)
    {
        await libraries.FetchAsync(missing, ct);
        return missing.Count;
    }

    /// <summary>The locked packages of scripts that have newer versions, and what the feeds warn of.</summary>
    /// <exception cref="ChefException">A source cannot be read.</exception>
    public async Task<PackageReport> OutdatedPackagesAsync(CancellationToken ct) =>
        await libraries.OutdatedAsync(await NewestAsync(ct), ct);

    /// <summary>What the sources of the locked cookbooks have now.</summary>
    /// <exception cref="ChefException">A source cannot be read.</exception>
    public async Task<IReadOnlyList<OutdatedCookbook>> OutdatedAsync(CancellationToken ct)
    {
        var graph = await NewestAsync(ct);
        var outdated = new List<OutdatedCookbook>();
        foreach (var locked in root.Lock?.Cookbooks.Values ?? [])
        {
            var allowed = graph.Locked.GetValueOrDefault(locked.Name);
            var newer = locked.Source switch
            {
                NuGetSource package => await NewerAsync(locked, package, ct),
                GitSource { Reference: { Kind: GitReferenceKind.Tag, Name: { } tag } } git =>
                    VersionTag.Newest(tag, sources.Git.Tags(git, root.Files.Folder)),
                _ => null,
            };
            if (allowed?.Hash != locked.Hash || newer is not null)
            {
                outdated.Add(new OutdatedCookbook(locked, allowed, newer ?? allowed?.ToString()));
            }
        }

        return outdated;
    }

    // A version before a release counts only where such a one is locked.
    private async Task<string?> NewerAsync(LockedCookbook locked, NuGetSource package, CancellationToken ct)
    {
        var now = NuGetVersion.Parse(locked.Version!);
        return (await packages.VersionsAsync(package.Id, ct))
            .Where(version => version > now && (now.IsPrerelease || !version.IsPrerelease))
            .Max()?.ToNormalizedString();
    }

    // Resolved once: it fetches from all sources.
    private Task<ResolvedGraph> NewestAsync(CancellationToken ct) =>
        newest ??= new CookbookResolver(store, sources, new Dictionary<string, LockedCookbook>())
            .ResolveAsync(root, ct);

    public void Dispose()
    {
        packages.Dispose();
        libraries.Dispose();
    }

    // A lock file that cannot be read pins nothing: an install is what its error asks for.
    private IReadOnlyDictionary<string, LockedCookbook> Pinned()
    {
        try
        {
            return root.Lock?.Cookbooks ?? new Dictionary<string, LockedCookbook>();
        }
        catch (RecipeException)
        {
            return new Dictionary<string, LockedCookbook>();
        }
    }
}
