using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies.Packages;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.DependencyResolver;
using NuGet.LibraryModel;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.RuntimeModel;
using Node = NuGet.DependencyResolver.GraphNode<NuGet.DependencyResolver.RemoteResolveResult>;

namespace CSharpChef.Dependencies.Closure;

/// <summary>
/// Chooses one version of each package that the scripts of a cookbook and of its dependencies need, by the rules of
/// NuGet: the lowest version that suits, and the nearest demand decides.
/// </summary>
internal sealed class PackageGraph(PackageFeeds feeds)
{
    /// <param name="root">The cookbook.</param>
    /// <param name="cookbooks">The cookbook and all that it depends on.</param>
    /// <param name="requests">What their scripts ask for.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ChefException">A package does not exist, or demands contradict each other.</exception>
    public async Task<IReadOnlyList<ChosenPackage>> ChooseAsync(
        Cookbook root, IReadOnlyList<Cookbook> cookbooks, IReadOnlyList<PackageRequest> requests, CancellationToken ct)
    {
        var graph = await WalkAsync(root.Name, Projects(cookbooks, requests), ct);
        var mistakes = new PackageMistakes(feeds, requests);
        var analysis = graph.Analyze();
        await mistakes.RequireFoundAsync(graph, ct);
        mistakes.RequireAgreement(analysis);
        var accepted = new SortedDictionary<string, ChosenPackage>(StringComparer.OrdinalIgnoreCase);
        graph.ForEach(node =>
        {
            if (node is { Disposition: Disposition.Accepted, Item.Key.Type: var type } && type == LibraryType.Package)
            {
                accepted[node.Item.Key.Name] = Chosen(node.Item, mistakes.PathTo(node));
            }
        });
        return [.. accepted.Values];
    }

    private static ChosenPackage Chosen(GraphItem<RemoteResolveResult> item, string path) => new(
        item.Key.Name,
        item.Key.Version!,
        [.. item.Data!.Dependencies.Select(each => each.Name).Order(StringComparer.OrdinalIgnoreCase)],
        path);

    private static CookbookProjects Projects(
        IReadOnlyList<Cookbook> cookbooks, IReadOnlyList<PackageRequest> requests) =>
        new(cookbooks.GroupBy(cookbook => cookbook.Name).ToDictionary(
            same => same.Key,
            same => (NamesIn(same), RequestsOf(same.Key, requests))));

    private static IReadOnlyList<string> NamesIn(IEnumerable<Cookbook> cookbooks) =>
        [.. cookbooks.SelectMany(cookbook => cookbook.Manifest.Dependencies.Keys).Distinct()];

    private static IReadOnlyList<PackageRequest> RequestsOf(string cookbook, IReadOnlyList<PackageRequest> requests) =>
        [.. requests.Where(request => request.Cookbook == cookbook)];

    private async Task<Node> WalkAsync(string root, CookbookProjects projects, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Directory.CreateDirectory(feeds.Folder);
        var context = new RemoteWalkContext(feeds.Cache, feeds.Mapping, NullLogger.Instance);
        context.ProjectLibraryProviders.Add(projects);
        context.LocalLibraryProviders.Add(new FeedLibraries(feeds, Installed()));
        foreach (var feed in feeds.All)
        {
            context.RemoteLibraryProviders.Add(new FeedLibraries(feeds, feed));
        }

        return await new RemoteDependencyWalker(context).WalkAsync(
            CookbookProjects.RangeOf(root),
            RecipeFramework.Framework,
            runtimeIdentifier: null,
            RuntimeGraph.Empty,
            recursive: true).WaitAsync(ct);
    }

    private SourceRepository Installed() => Repository.CreateSource(
        Repository.Provider.GetCoreV3(), new PackageSource(feeds.Folder), FeedType.FileSystemV3);
}
