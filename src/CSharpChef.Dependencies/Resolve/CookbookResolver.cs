using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Packages;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>
/// Resolves the dependencies of a cookbook: one version of each name, of packages the newest stable one that suits all
/// who ask for it. What a lock file pins stays as long as it suits.
/// </summary>
internal sealed class CookbookResolver(
    CookbookStore store, GitCookbooks git, NuGetCookbooks packages, IReadOnlyDictionary<string, LockedCookbook> pins)
{
    // A graph that still changes then has cookbooks whose versions exclude each other in turn.
    private const int MostRounds = 50;

    /// <exception cref="ChefException">A source cannot be fetched, or the demands contradict each other.</exception>
    public async Task<ResolvedGraph> ResolveAsync(Cookbook root, CancellationToken ct)
    {
        IReadOnlyList<Demand> known = [];
        for (var round = 0; round < MostRounds; round++)
        {
            var walk = new GraphWalk(store, git, packages, pins, root, known);
            var graph = await walk.RunAsync(ct);
            if (!walk.FoundLateDemand)
            {
                return graph;
            }

            known = graph.Demands;
        }

        throw new RecipeException(
            $"the versions that the dependencies of {root.Name} ask for exclude each other in turn:\n  {string.Join("\n  ", known)}");
    }
}
