using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary>
/// A tree of dependencies as JSON. What one depends on is in it once; later ones are marked as repeated.
/// </summary>
internal sealed class TreeJson(DependencyTree tree)
{
    private readonly HashSet<string> cookbooks = [];
    private readonly HashSet<string> packages = [];

    public JsonNode Document() => With(Of(tree.Root), tree.Root);

    private JsonObject Of(Cookbook cookbook) => new()
    {
        ["name"] = cookbook.Name,
        ["version"] = tree.VersionOf(cookbook),
    };

    private JsonNode Of(Cookbook cookbook, CookbookDependency wanted)
    {
        var json = Of(cookbook);
        json["source"] = wanted.Source is FolderSource ? null : $"{wanted.Source}";
        json["wanted"] = wanted.Version?.ToString();
        return cookbooks.Add(cookbook.Name) ? With(json, cookbook) : Repeated(json);
    }

    private JsonObject With(JsonObject json, Cookbook owner)
    {
        json["dependencies"] = List(tree.Of(owner).Select(each => Of(each.Cookbook, each.Wanted)));
        json["packages"] = List(tree.PackagesOf(owner).Select(each => Of(each, each.Requested[owner.Name])));
        return json;
    }

    private JsonNode Of(LockedPackage package, string? wanted)
    {
        var json = new JsonObject { ["id"] = package.Id, ["version"] = package.Version, ["wanted"] = wanted };
        if (!packages.Add(package.Id))
        {
            return Repeated(json);
        }

        json["dependencies"] = List(tree.PackagesOf(package).Select(each => Of(each, null)));
        return json;
    }

    private static JsonObject Repeated(JsonObject json)
    {
        json["repeated"] = true;
        return json;
    }

    private static JsonArray List(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
