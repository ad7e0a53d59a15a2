using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Packages;
using NuGetVersion = NuGet.Versioning.NuGetVersion;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>
/// One walk through the graph of a cookbook. Each dependency is chosen when it is met first, by the demands known then;
/// when a later demand does not allow the choice, the walk has to be repeated with all demands.
/// </summary>
/// <param name="store">The folders of cookbooks.</param>
/// <param name="git">Fetches cookbooks of Git repositories.</param>
/// <param name="packages">Fetches cookbooks of packages.</param>
/// <param name="pins">What a lock file pins, by name.</param>
/// <param name="root">The cookbook.</param>
/// <param name="known">The demands of an earlier walk.</param>
internal sealed class GraphWalk(
    CookbookStore store, GitCookbooks git, NuGetCookbooks packages,
    IReadOnlyDictionary<string, LockedCookbook> pins, Cookbook root, IReadOnlyList<Demand> known)
{
    private readonly List<Demand> demands = [];
    private readonly SortedDictionary<string, Chosen> chosen = new(StringComparer.Ordinal);

    /// <summary>Whether a demand was met that does not allow what was chosen before.</summary>
    public bool FoundLateDemand { get; private set; }

    public async Task<ResolvedGraph> RunAsync(CancellationToken ct)
    {
        await AddAsync(new Chosen(root, null), [], ct);
        return new ResolvedGraph(
            root,
            chosen.Where(pair => pair.Value.Locked is not null)
                .ToDictionary(pair => pair.Key, pair => pair.Value.Locked!),
            demands);
    }

    private async Task AddAsync(Chosen owner, IReadOnlyList<string> chain, CancellationToken ct)
    {
        string[] path = [.. chain, owner.Cookbook.Name];
        foreach (var (name, dependency) in owner.Cookbook.Manifest.Dependencies)
        {
            if (path.Contains(name))
            {
                throw new RecipeException(
                    $"cookbooks depend on each other in a circle: {string.Join(" -> ", path.Append(name))}");
            }

            var demand = DemandOf(owner, path, name, dependency);
            demands.Add(demand);
            if (!chosen.TryGetValue(name, out var found))
            {
                found = await ChooseAsync(demand, ct);
                chosen.Add(name, found);
                await AddAsync(found, path, ct);
            }

            RequireSameSource(found, demand);
            RequireAllowed(found, demand);
        }
    }

    // A root that names a source decides for all.
    private Demand DemandOf(Chosen owner, string[] path, string name, CookbookDependency dependency)
    {
        var place = owner.Cookbook.PlaceInManifest($"dependencies.{name}");
        var named = root.Manifest.Dependencies.GetValueOrDefault(name)?.Source;
        var (from, source) = named is null or FolderSource
            ? (owner.Cookbook.Files.Folder, InRepository(owner, name, dependency.Source, place))
            : (root.Files.Folder, named);
        return new Demand(
            name,
            dependency with { Source = source is GitSource git ? git.Moved(from, root.Files.Folder) : source },
            path,
            place,
            from)
        {
            OwnerVersion = $"{owner.Version}",
        };
    }

    // In a cookbook of a repository, a path, or a name that no folder of cookbooks has, means a folder beside it.
    private DependencySource InRepository(Chosen owner, string name, DependencySource source, string place) =>
        (owner.Locked, source) switch
        {
            ({ Source: GitSource repository } locked, PathSource { Path: var path }) =>
                Sibling(locked, repository, path, place),
            ({ Source: GitSource repository } locked, FolderSource) when store.FolderOf(name) is null =>
                Sibling(locked, repository, $"../{name}", place),
            _ => source,
        };

    private static GitSource Sibling(LockedCookbook locked, GitSource repository, string path, string place) =>
        repository with
        {
            Folder = RepositoryPath.Join(repository.Folder!, path)
                ?? throw new RecipeException($"{place}: {path} is not in the repository {repository.Url}"),
            Reference = new GitReference(GitReferenceKind.Commit, locked.Commit!),
        };

    private async Task<Chosen> ChooseAsync(Demand demand, CancellationToken ct) => demand.Dependency.Source switch
    {
        PathSource { Path: var path } => new Chosen(Open(demand, path), null),
        GitSource source => Opened(
            await PinOfAsync(demand, ct) ?? git.Fetch(demand.Name, source, root.Files.Folder, ct)),
        NuGetSource source => Opened(await PinOfAsync(demand, ct) ?? await FetchNewestAsync(demand, source, ct)),
        _ => new Chosen(store.Get(demand.Name), null),
    };

    private async Task<LockedCookbook?> PinOfAsync(Demand demand, CancellationToken ct)
    {
        var pin = FittingPin(demand);
        if (pin is not null && !store.Cache.Has(pin))
        {
            await PinnedState.FetchAsync(pin, git, packages, root.Files.Folder, ct);
        }

        return pin;
    }

    private LockedCookbook? FittingPin(Demand demand) =>
        pins.GetValueOrDefault(demand.Name) is { } pin
        && pin.Fits(demand.Dependency.Source, root.Files.Folder, root.Files.Folder)
        && DemandsOn(demand.Name).All(each => each.Allows(SemanticVersion.Parse(pin.Version ?? "")))
            ? pin
            : null;

    private async Task<LockedCookbook> FetchNewestAsync(Demand demand, NuGetSource source, CancellationToken ct)
    {
        var versions = await packages.VersionsAsync(source.Id, ct);
        var all = DemandsOn(demand.Name).ToList();
        var newest = versions.FirstOrDefault(version => all.TrueForAll(each => Allows(each, version)))
            ?? throw new RecipeException(Contradiction(demand.Name, all, versions));
        return await packages.FetchAsync(demand.Name, source, newest, ct);
    }

    // A version before its release is taken only where a demand names one.
    private static bool Allows(Demand demand, NuGetVersion version) =>
        demand.Allows(SemanticVersion.Parse(version.ToNormalizedString()))
        && (!version.IsPrerelease || demand.Dependency.Version?.NamesPrerelease == true);

    private IEnumerable<Demand> DemandsOn(string name) =>
        known.Concat(demands)
            .Where(demand => demand.Name == name && !IsOfAnotherVersion(demand))
            .DistinctBy(demand => (demand.Place, demand.ToString()));

    // An earlier walk may have met it in a version of its owner that this one does not choose.
    private bool IsOfAnotherVersion(Demand demand) =>
        chosen.TryGetValue(demand.Chain[^1], out var owner) && $"{owner.Version}" != demand.OwnerVersion;

    private static string Contradiction(string name, List<Demand> all, IReadOnlyList<NuGetVersion> versions)
    {
        var existing = string.Join(", ", versions.Take(10)) + (versions.Count > 10 ? ", …" : "");
        return $"no version of {name} suits all who ask for it:\n  {string.Join("\n  ", all)}\n  The feeds have {existing}."
            + (versions.All(version => version.IsPrerelease)
                ? " They are all before a release: name one in the range, like \"[1.0.0-beta.1,)\", to take it."
                : "");
    }

    private Chosen Opened(LockedCookbook locked) =>
        new(new Cookbook(locked.Name, store.Cache.FolderOf(locked)), locked);

    private static Cookbook Open(Demand demand, string path)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, demand.Folder));
        return Directory.Exists(folder) ? new Cookbook(demand.Name, folder) : throw new RecipeException(
            $"{demand.Place}: there is no folder {ShownPath.Of(folder)} with the cookbook {demand.Name}");
    }

    private void RequireSameSource(Chosen found, Demand demand)
    {
        var other = demands.First(each => each.Name == demand.Name);
        if (other.Dependency.Source != demand.Dependency.Source && !IsSameFolder(found, demand))
        {
            throw new RecipeException(
                $"{demand.Name} is asked for from two sources: name one in {root.PlaceInManifest("dependencies")}\n  {other.Dependency.Source}: {other}\n  {demand.Dependency.Source}: {demand}");
        }
    }

    private static bool IsSameFolder(Chosen found, Demand demand) => demand.Dependency.Source switch
    {
        PathSource { Path: var path } => Path.GetFullPath(path, demand.Folder) == found.Cookbook.Files.Folder,
        FolderSource => true,
        _ => false,
    };

    private void RequireAllowed(Chosen found, Demand demand)
    {
        if (demand.Allows(found.Version))
        {
            return;
        }

        if (demand.Dependency.Source is NuGetSource && !known.Any(each => each.IsSame(demand)))
        {
            FoundLateDemand = true;
            return;
        }

        throw new RecipeException(
            $"{demand.Place}: this needs {demand.Name} {demand.Dependency.Version}, and {demand.Dependency.Source} has {found.Version?.ToString() ?? "no version in its cookbook.json"}:\n  {string.Join("\n  ", DemandsOn(demand.Name))}");
    }

    /// <summary>A cookbook that was chosen for a name, and what a lock file says of it.</summary>
    private sealed record Chosen(Cookbook Cookbook, LockedCookbook? Locked)
    {
        public SemanticVersion? Version =>
            SemanticVersion.Parse(Locked?.Version ?? "") ?? Cookbook.Manifest.Version;
    }
}
