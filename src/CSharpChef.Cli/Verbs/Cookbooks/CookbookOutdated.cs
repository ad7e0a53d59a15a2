using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook outdated</c></summary>
internal static class CookbookOutdated
{
    public static Command Create()
    {
        var (path, fetch, output) = (new CookbookPathOption(), new FetchOptions(), new OutputOptions());
        var command = new Command("outdated", """
            List locked dependencies whose sources have something newer.
            Prints what is locked, what an update would lock, and the newest that there is; of NuGet packages also which
            ones have known vulnerabilities or are deprecated.

            Examples:
              csharpchef cookbook outdated
              csharpchef cookbook outdated --path cookbooks/web --json
            """);
        path.AddTo(command);
        fetch.AddTo(command);
        output.AddJsonTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var json = new List<JsonNode>();
            foreach (var (store, cookbook) in path.Cookbooks(parsed))
            {
                store.RequireFreshLock(cookbook);
                var (outdated, packages) = await fetch.RunAsync(
                    parsed, $"Asking the sources of {cookbook.Name}", (access, limit) => FindAsync(store, cookbook, access, limit), ct);
                json.Add(Json(cookbook, outdated, packages));
                if (!output.Json(parsed))
                {
                    Print(cookbook, outdated, packages);
                }
            }

            if (output.Json(parsed))
            {
                Console.Out.WriteLine(DependencyJson.Document(json));
            }

            return 0;
        });
        return command;
    }

    private static async Task<(IReadOnlyList<OutdatedCookbook> Cookbooks, PackageReport Packages)> FindAsync(
        CookbookStore store, Cookbook cookbook, GitAccess access, CancellationToken ct)
    {
        using var installer = new CookbookInstaller(store, cookbook, access);
        return (await installer.OutdatedAsync(ct), await installer.OutdatedPackagesAsync(ct));
    }

    private static void Print(Cookbook cookbook, IReadOnlyList<OutdatedCookbook> outdated, PackageReport packages)
    {
        foreach (var each in outdated)
        {
            Console.Out.WriteLine(
                $"{cookbook.Name}: {each.Locked.Name} {each.Locked}, update: {each.Allowed?.ToString() ?? "not needed any more"}, newest: {each.Newest ?? "unknown"}");
        }

        foreach (var each in packages.Outdated)
        {
            Console.Out.WriteLine(
                $"{cookbook.Name}: package {each.Locked}, update: {each.Allowed ?? "not needed any more"}, newest: {each.Newest}");
        }

        foreach (var warning in packages.Warnings)
        {
            Console.Out.WriteLine($"{cookbook.Name}: warning: {warning}");
        }

        if (outdated.Count + packages.Outdated.Count == 0)
        {
            Console.Out.WriteLine($"{cookbook.Name}: nothing newer");
        }
    }

    private static JsonObject Json(
        Cookbook cookbook, IReadOnlyList<OutdatedCookbook> outdated, PackageReport packages) => new()
        {
            ["name"] = cookbook.Name,
            ["outdated"] = new JsonArray([.. outdated.Select(each => (JsonNode)new JsonObject
            {
                ["locked"] = DependencyJson.Of(each.Locked),
                ["update"] = each.Allowed is null ? null : DependencyJson.Of(each.Allowed),
                ["newest"] = each.Newest,
            })]),
            ["outdatedPackages"] = new JsonArray([.. packages.Outdated.Select(each => (JsonNode)new JsonObject
            {
                ["locked"] = DependencyJson.Of(each.Locked),
                ["update"] = each.Allowed,
                ["newest"] = each.Newest,
            })]),
            ["warnings"] = DependencyJson.Texts(packages.Warnings),
        };
}
