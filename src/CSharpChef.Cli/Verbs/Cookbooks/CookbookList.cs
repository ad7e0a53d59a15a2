using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook list</c></summary>
internal static class CookbookList
{
    public static Command Create()
    {
        var (path, output) = (new CookbookPathOption(), new OutputOptions());
        var command = new Command("list", """
            List the locked dependencies of cookbooks.
            Prints each cookbook and NuGet package with its version, its source and where it lies on this machine.

            Examples:
              csharpchef cookbook list
              csharpchef cookbook list --path cookbooks/web --json
            """);
        path.AddTo(command);
        output.AddJsonTo(command);
        command.SetAction(parsed =>
        {
            var cookbooks = path.Cookbooks(parsed);
            if (output.Json(parsed))
            {
                Console.Out.WriteLine(DependencyJson.Document(cookbooks.Select(Json)));
                return;
            }

            foreach (var (store, cookbook) in cookbooks)
            {
                Print(store, cookbook);
            }
        });
        return command;
    }

    private static IEnumerable<LockedCookbook> Locked(Cookbook cookbook) =>
        (cookbook.Lock?.Cookbooks.Values ?? []).OrderBy(each => each.Name, StringComparer.Ordinal);

    private static IEnumerable<LockedPackage> Packages(Cookbook cookbook) =>
        (cookbook.Lock?.Packages.Values ?? []).OrderBy(each => each.Id, StringComparer.OrdinalIgnoreCase);

    private static JsonNode Json((CookbookStore Store, Cookbook Cookbook) root) => new JsonObject
    {
        ["name"] = root.Cookbook.Name,
        ["locked"] = new JsonArray([.. Locked(root.Cookbook).Select(DependencyJson.Of)]),
        ["packages"] = DependencyJson.Of(Packages(root.Cookbook)),
    };

    private static void Print(CookbookStore store, Cookbook cookbook)
    {
        foreach (var locked in Locked(cookbook))
        {
            var place = store.Cache.Has(locked) ? store.Cache.FolderOf(locked) : "not fetched yet";
            Console.Out.WriteLine($"{cookbook.Name}: {locked.Name} {locked} from {locked.Source} ({place})");
        }

        var installed = GlobalPackages.Near(cookbook.Files.Folder);
        foreach (var package in Packages(cookbook))
        {
            var place = installed.Has(package, cookbook)
                ? installed.FolderOf(package)
                : "not fetched yet";
            Console.Out.WriteLine(
                $"{cookbook.Name}: package {package}{(package.IsDirect ? "" : ", needed by another package")} ({place})");
        }
    }
}
