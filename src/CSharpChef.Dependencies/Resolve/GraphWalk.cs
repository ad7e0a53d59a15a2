using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>
/// One walk through the graph of a cookbook. Each dependency is chosen when it is met first, by the demands of this
/// walk so far and of the walk before. When it met demands that were not known, it has to be repeated with them.
/// </summary>
/// <param name="store">The folders of cookbooks.</param>
/// <param name="choice">Chooses what suits the demands on a name.</param>
/// <param name="root">The cookbook.</param>
/// <param name="known">The demands of the walk before.</param>
internal sealed class GraphWalk(
    CookbookStore store, CookbookChoice choice, Cookbook root, IReadOnlyList<Demand> known)
{
    private readonly DemandReader reader = new(store, root);
    private readonly List<Demand> demands = [];
    private readonly SortedDictionary<string, Chosen> chosen = new(StringComparer.Ordinal);
    private readonly List<RecipeException> mistakes = [];

    /// <summary>Whether all demands were known when the first dependency was chosen.</summary>
    public bool KnewAllDemands => demands.TrueForAll(demand => known.Any(demand.IsSame));

    /// <summary>What did not suit. A mistake may be none once all demands are known.</summary>
    public IReadOnlyList<RecipeException> Mistakes => mistakes;

    public async Task<ResolvedGraph> RunAsync(CancellationToken ct)
    {
        await AddAsync(new Chosen(root, null), [], ct);
        return new ResolvedGraph(
            root,
            chosen.Where(pair => pair.Value.Locked is not null)
                .ToDictionary(pair => pair.Key, pair => pair.Value.Locked!),
            demands)
        {
            Cookbooks = [root, .. chosen.Values.SelectMany(Used)],
        };
    }

    // What a run on this machine uses, and what one elsewhere does.
    private IEnumerable<Cookbook> Used(Chosen found) =>
        found.Locked is not null && store.FolderOf(found.Cookbook.Name) is not null
            ? [store.Get(found.Cookbook.Name), found.Cookbook]
            : [found.Cookbook];

    private async Task AddAsync(Chosen owner, IReadOnlyList<string> chain, CancellationToken ct)
    {
        string[] path = [.. chain, owner.Cookbook.Name];
        foreach (var (name, dependency) in owner.Cookbook.Manifest.Dependencies)
        {
            try
            {
                RequireNoCircle(path, name);
                await MeetAsync(reader.Read(owner, path, name, dependency), ct);
            }
            catch (RecipeException e)
            {
                mistakes.Add(e);
            }
        }
    }

    private async Task MeetAsync(Demand demand, CancellationToken ct)
    {
        demands.Add(demand);
        if (!chosen.TryGetValue(demand.Name, out var found))
        {
            found = await choice.ForAsync(DemandsOn(demand.Name), ct);
            chosen.Add(demand.Name, found);
            await AddAsync(found, demand.Chain, ct);
            await AddDevelopedAsync(found, demand.Chain, ct);
        }

        RequireSameSource(found, demand);
        RequireAllowed(found, demand);
    }

    // A run prefers the folders of cookbooks to what is locked, so what the folder asks for is locked as well.
    private async Task AddDevelopedAsync(Chosen found, IReadOnlyList<string> chain, CancellationToken ct)
    {
        if (found.Locked is not null && store.FolderOf(found.Cookbook.Name) is not null)
        {
            await AddAsync(new Chosen(store.Get(found.Cookbook.Name), null), chain, ct);
        }
    }

    private static void RequireNoCircle(string[] path, string name)
    {
        if (path.Contains(name))
        {
            throw new RecipeException(
                $"cookbooks depend on each other in a circle: {string.Join(" -> ", path.Append(name))}");
        }
    }

    private List<Demand> DemandsOn(string name) =>
    [
        .. known.Concat(demands)
            .Where(demand => demand.Name == name && !IsOfAnotherVersion(demand))
            .DistinctBy(demand => (demand.Place, demand.ToString())),
    ];

    // An earlier walk may have met it in a version of its owner that this one does not choose.
    private bool IsOfAnotherVersion(Demand demand) =>
        demand.OwnerVersion is { } version
        && chosen.TryGetValue(demand.Chain[^1], out var owner)
        && $"{owner.Version}" != version;

    private void RequireSameSource(Chosen found, Demand demand)
    {
        if (!demand.IsFrom(found, root.Files.Folder))
        {
            var other = demands.First(each => each.Name == demand.Name && each.IsFrom(found, root.Files.Folder));
            throw new RecipeException(
                $"{demand.Name} is asked for from two sources: name one in {root.PlaceInManifest("dependencies")}\n  {other.Source}: {other}\n  {demand.Source}: {demand}");
        }
    }

    private void RequireAllowed(Chosen found, Demand demand)
    {
        if (!demand.Allows(found.Version))
        {
            throw new RecipeException(
                $"{demand.Place}: this needs {demand.Name} {demand.Dependency.Version}, and {found.Locked?.Source ?? demand.Source} has {found.Version?.ToString() ?? "no version in its cookbook.json"}:\n  {string.Join("\n  ", DemandsOn(demand.Name))}");
        }
    }
}
