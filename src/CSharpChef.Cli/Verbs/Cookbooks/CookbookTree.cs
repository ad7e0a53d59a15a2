using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook tree</c></summary>
internal static class CookbookTree
{
    public static Command Create()
    {
        var (path, output) = (new CookbookPathOption(), new OutputOptions());
        var command = new Command("tree", """
            Print who depends on what, and why.

            Examples:
              csharpchef cookbook tree
              csharpchef cookbook tree --path cookbooks/web --json
            """);
        path.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var trees = path.Cookbooks(parsed).Select(root => (
                root.Cookbook,
                All: root.Store.WithDependencies(root.Cookbook).ToDictionary(each => each.Name))).ToList();
            if (output.Json(parsed))
            {
                Console.Out.WriteLine(DependencyJson.Document(trees.Select(tree => Json(tree.Cookbook, tree.All))));
                return;
            }

            foreach (var (cookbook, all) in trees)
            {
                Console.Out.WriteLine(Line(cookbook, null));
                Print(cookbook, all, "  ");
            }
        });
        return command;
    }

    private static void Print(Cookbook owner, Dictionary<string, Cookbook> all, string indent)
    {
        foreach (var (name, dependency) in owner.Manifest.Dependencies)
        {
            Console.Out.WriteLine(indent + Line(all[name], dependency));
            Print(all[name], all, indent + "  ");
        }
    }

    private static string Line(Cookbook cookbook, CookbookDependency? dependency) =>
        $"{cookbook.Name} {cookbook.Manifest.Version?.ToString() ?? "without version"}"
        + (dependency?.Version is { } wanted ? $" (wanted: {wanted})" : "")
        + (dependency?.Source is { } source and not FolderSource ? $" from {source}" : "");

    private static JsonNode Json(Cookbook owner, Dictionary<string, Cookbook> all) => new JsonObject
    {
        ["name"] = owner.Name,
        ["version"] = owner.Manifest.Version?.ToString(),
        ["dependencies"] = new JsonArray([.. owner.Manifest.Dependencies.Keys.Select(name => Json(all[name], all))]),
    };
}
