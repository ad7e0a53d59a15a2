using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>Checks that the cookbooks of a run are made for the platform of its host.</summary>
internal static class PlatformCheck
{
    /// <exception cref="RecipeException">A cookbook is made for other platforms, and the request does not allow
    /// any.</exception>
    public static void Require(RunRequest request, Target target, Node node)
    {
        var objections = Objections(request.Recipes.Cookbooks, request.RunListOf(target), node.Platform);
        if (objections.Count > 0 && !request.AnyPlatform)
        {
            throw new RecipeException($"{string.Join('\n', objections)}: to try it all the same, use --any-platform");
        }

        foreach (var objection in objections)
        {
            request.Events.Note(target, objection);
        }
    }

    /// <summary>What speaks against the platform, each with the place in a <c>cookbook.json</c>.</summary>
    private static IReadOnlyList<string> Objections(
        CookbookStore cookbooks, IEnumerable<RunListItem> runList, Platform platform) =>
    [
        .. cookbooks.WithDependencies(runList.Select(item => item.Cookbook).Distinct())
            .Where(cookbook => cookbook.Manifest.Platforms is { Count: > 0 } platforms
                && !platforms.Any(each => each.Contains(platform.Name, platform.Version)))
            .Select(cookbook =>
                $"{cookbook.PlaceInManifest("platforms")}: {cookbook.Name} is made for {string.Join(", ", cookbook.Manifest.Platforms)}, and this is {platform.Name} {platform.Version}"),
    ];
}
