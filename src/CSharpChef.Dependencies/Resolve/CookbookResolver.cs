using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>
/// Resolves the dependencies of a cookbook: one version of each name, of packages the newest stable one that suits all
/// who ask for it. What a lock file pins stays as long as it suits.
/// </summary>
internal sealed class CookbookResolver(
    CookbookStore store, CookbookSources sources, IReadOnlyDictionary<string, LockedCookbook> pins)
{
    // A graph that still changes then has cookbooks whose versions exclude each other in turn.
    private const int MostRounds = 50;

    /// <exception cref="ChefException">A source cannot be fetched, or the demands contradict each other.</exception>
    public async Task<ResolvedGraph> ResolveAsync(Cookbook root, CancellationToken ct)
    {
        var choice = new CookbookChoice(store, sources, pins, root.Files.Folder);
        IReadOnlyList<Demand> known = [];
        for (var round = 0; round < MostRounds; round++)
        {
            var walk = new GraphWalk(store, choice, root, known);
            var graph = await walk.RunAsync(ct);
            if (walk.KnewAllDemands)
            {
                return walk.Mistakes.Count == 0 ? graph : throw walk.Mistakes[0];
            }

            known = graph.Demands;
        }

        throw new RecipeException(
            $"the versions that the dependencies of {root.Name} ask for exclude each other in turn:\n  {string.Join("\n  ", known)}");
    }
}
