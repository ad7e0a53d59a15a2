using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;

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
        output.AddJsonTo(command);
        command.SetAction(parsed =>
        {
            var trees = path.Cookbooks(parsed).Select(root => (
                root.Cookbook,
                All: root.Store.WithDependencies(root.Cookbook).ToDictionary(each => each.Name))).ToList();
            if (output.Json(parsed))
            {
                Console.Out.WriteLine(DependencyJson.Document(
                    trees.Select(tree => Json(tree.Cookbook, tree.Cookbook.Lock, tree.All))));
                return;
            }

            foreach (var (cookbook, all) in trees)
            {
                Console.Out.WriteLine(Line(cookbook, null));
                Print(cookbook, cookbook.Lock, all, "  ");
            }
        });
        return command;
    }

    private static void Print(Cookbook owner, CookbookLock? known, Dictionary<string, Cookbook> all, string indent)
    {
        foreach (var (name, dependency) in owner.Manifest.Dependencies)
        {
            Console.Out.WriteLine(indent + Line(all[name], dependency));
            Print(all[name], known, all, indent + "  ");
        }

        foreach (var package in RequestedBy(owner, known))
        {
            Print(package, known!, $" (wanted: {package.Requested[owner.Name]})", indent, []);
        }
    }

    private static void Print(
        LockedPackage package, CookbookLock known, string wanted, string indent, IReadOnlyList<string> path)
    {
        Console.Out.WriteLine($"{indent}package {package}{wanted}");
        foreach (var needed in DependenciesOf(package, known).Where(each => !path.Contains(each.Id)))
        {
            Print(needed, known, "", indent + "  ", [.. path, package.Id]);
        }
    }

    private static IEnumerable<LockedPackage> RequestedBy(Cookbook owner, CookbookLock? known) =>
        known?.Packages.Values.Where(package => package.Requested.ContainsKey(owner.Name)) ?? [];

    private static IEnumerable<LockedPackage> DependenciesOf(LockedPackage package, CookbookLock known) =>
        package.Dependencies.Select(id => known.Packages.GetValueOrDefault(id)).OfType<LockedPackage>();

    private static string Line(Cookbook cookbook, CookbookDependency? dependency) =>
        $"{cookbook.Name} {cookbook.Manifest.Version?.ToString() ?? "without version"}"
        + (dependency?.Version is { } wanted ? $" (wanted: {wanted})" : "")
        + (dependency?.Source is { } source and not FolderSource ? $" from {source}" : "");

    private static JsonNode Json(
        Cookbook owner, CookbookLock? known, Dictionary<string, Cookbook> all) => new JsonObject
        {
            ["name"] = owner.Name,
            ["version"] = owner.Manifest.Version?.ToString(),
            ["dependencies"] = new JsonArray([.. owner.Manifest.Dependencies.Keys.Select(name => Json(all[name], known, all))]),
            ["packages"] = new JsonArray([.. RequestedBy(owner, known).Select(each => (JsonNode)Json(each, known!, []))]),
        };

    private static JsonObject Json(LockedPackage package, CookbookLock known, IReadOnlyList<string> path) => new()
    {
        ["id"] = package.Id,
        ["version"] = package.Version,
        ["dependencies"] = new JsonArray([.. DependenciesOf(package, known)
            .Where(each => !path.Contains(each.Id))
            .Select(each => (JsonNode)Json(each, known, [.. path, package.Id]))]),
    };
}
