using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook list</c></summary>
internal static class CookbookList
{
    private const string Missing = "not fetched yet";

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
            foreach (var (store, cookbook) in cookbooks)
            {
                store.RequireFreshLock(cookbook);
            }

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
        ["locked"] = new JsonArray([.. Locked(root.Cookbook)
            .Select(each => Placed(DependencyJson.Of(each), PlaceOf(root.Store, each)))]),
        ["packages"] = new JsonArray([.. Packages(root.Cookbook)
            .Select(each => Placed(DependencyJson.Of(each), PlaceOf(root.Cookbook, each)))]),
    };

    private static JsonNode Placed(JsonNode json, string? place)
    {
        json["place"] = place;
        return json;
    }

    private static string? PlaceOf(CookbookStore store, LockedCookbook locked) =>
        store.Cache.Has(locked) ? store.Cache.FolderOf(locked) : null;

    private static string? PlaceOf(Cookbook cookbook, LockedPackage package) =>
        GlobalPackages.Near(cookbook.Files.Folder) is var installed && installed.Has(package, cookbook)
            ? installed.FolderOf(package)
            : null;

    private static void Print(CookbookStore store, Cookbook cookbook)
    {
        foreach (var locked in Locked(cookbook))
        {
            Console.Out.WriteLine(
                $"{cookbook.Name}: {locked.Name} {locked} from {locked.Source} ({PlaceOf(store, locked) ?? Missing})");
        }

        foreach (var package in Packages(cookbook))
        {
            Console.Out.WriteLine(
                $"{cookbook.Name}: package {package}{(package.IsDirect ? "" : ", needed by another package")} ({PlaceOf(cookbook, package) ?? Missing})");
        }
    }
}
