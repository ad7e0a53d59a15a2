using CSharpChef.Dependencies.Packages;
using NuGet.DependencyResolver;
using NuGet.LibraryModel;
using NuGet.Versioning;
using Node = NuGet.DependencyResolver.GraphNode<NuGet.DependencyResolver.RemoteResolveResult>;

namespace CSharpChef.Dependencies.Closure;

/// <summary>What is wrong in a graph of packages, with the scripts that ask.</summary>
internal sealed class PackageMistakes(PackageFeeds feeds, IReadOnlyList<PackageRequest> requests)
{
    private const int MostVersions = 10;

    /// <exception cref="RecipeException">No feed has a package in a version that is asked for.</exception>
    public async Task RequireFoundAsync(Node graph, CancellationToken ct)
    {
        var missing = new List<Node>();
        graph.ForEach(node =>
        {
            if (node.Disposition == Disposition.Accepted && node.Item?.Key.Type == LibraryType.Unresolved)
            {
                missing.Add(node);
            }
        });
        if (missing is [var first, ..])
        {
            var versions = await VersionsAsync(first, ct);
            throw new RecipeException($"no feed has a version of the NuGet package {first.Key.Name} that suits {PathTo(first)}:"
                + $" the feeds have {string.Join(", ", versions.Take(MostVersions))}{(versions.Count > MostVersions ? ", …" : "")}{Hint(versions)}");
        }
    }

    /// <exception cref="RecipeException">Demands contradict each other.</exception>
    public void RequireAgreement(AnalyzeResult<RemoteResolveResult> result)
    {
        if (result.VersionConflicts is [var conflict, ..])
        {
            throw new RecipeException($"no version of {conflict.Selected.Key.Name} suits all who ask for it:"
                + $"\n  {PathTo(conflict.Selected)}\n  {PathTo(conflict.Conflicting)}");
        }

        if (result.Downgrades is [var downgrade, ..])
        {
            throw new RecipeException($"the nearest demand for {downgrade.DowngradedTo.Key.Name} is lower than another one:"
                + $"\n  {PathTo(downgrade.DowngradedTo)}\n  {PathTo(downgrade.DowngradedFrom)}\n  Raise the version of the first.");
        }

        if (result.Cycles is [var cycle, ..])
        {
            throw new RecipeException($"NuGet packages depend on each other in a circle: {PathTo(cycle)}");
        }
    }

    private static string Hint(IReadOnlyList<NuGetVersion> versions) =>
        versions.All(version => version.IsPrerelease)
            ? ". They are all before a release: name one, like 1.0.0-beta.1, to take it"
            : "";

    private async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(Node node, CancellationToken ct)
    {
        try
        {
            return await feeds.VersionsAsync(node.Key.Name, ct);
        }
        catch (RecipeException e)
        {
            throw new RecipeException($"{e.Message}; asked for by {PathTo(node)}", e);
        }
    }

    /// <summary>The names from the cookbook to a package, and the place of the script that asks.</summary>
    public string PathTo(Node node)
    {
        var nodes = new List<Node>();
        for (var at = node; at is not null; at = at.OuterNode)
        {
            nodes.Insert(0, at);
        }

        var names = nodes.Select(each => CookbookProjects.CookbookOf(each.Key.Name) ?? each.Key.Name);
        var range = node.Key.VersionRange is { } wanted ? $" {wanted.OriginalString ?? wanted.ToString()}" : "";
        return $"{string.Join(" -> ", names)}{range}{PlaceOf(nodes)}";
    }

    private string PlaceOf(List<Node> nodes)
    {
        var last = nodes.FindLastIndex(each => CookbookProjects.CookbookOf(each.Key.Name) is not null);
        var asked = last >= 0 && last + 1 < nodes.Count ? nodes[last + 1].Key.Name : null;
        var cookbook = last >= 0 ? CookbookProjects.CookbookOf(nodes[last].Key.Name) : null;
        return requests.FirstOrDefault(request => request.Cookbook == cookbook
            && request.Id.Equals(asked, StringComparison.OrdinalIgnoreCase)) is { } request ? $" ({request.Place})" : "";
    }
}
