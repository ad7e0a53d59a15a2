using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary>Writes the lock files of cookbooks and prints what changed in them, for the verbs that do so.</summary>
internal static class LockAction
{
    /// <param name="parsed">The command line.</param>
    /// <param name="fetch">Its options for fetching.</param>
    /// <param name="cookbooks">The cookbooks, with their folders.</param>
    /// <param name="released">The names that are chosen again; null for all.</param>
    /// <param name="json">Whether one JSON document is printed.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<int> RunAsync(
        ParseResult parsed, FetchOptions fetch,
        IReadOnlyList<(CookbookStore Store, Cookbook Cookbook)> cookbooks,
        IReadOnlyCollection<string>? released, bool json, CancellationToken ct)
    {
        var results = new List<InstallResult>();
        foreach (var (store, cookbook) in cookbooks)
        {
            var result = await fetch.RunAsync(
                parsed, $"Fetching what {cookbook.Name} depends on", (access, limit) => InstallAsync(store, cookbook, access, released, limit), ct);
            results.Add(result);
            if (!json)
            {
                Print(result);
            }
        }

        if (json)
        {
            Console.Out.WriteLine(DependencyJson.Of(results));
        }

        return 0;
    }

    private static async Task<InstallResult> InstallAsync(
        CookbookStore store, Cookbook cookbook, GitAccess access,
        IReadOnlyCollection<string>? released, CancellationToken ct)
    {
        using var installer = new CookbookInstaller(store, cookbook, access);
        return await installer.InstallAsync(released, ct);
    }

    private static void Print(InstallResult result)
    {
        foreach (var line in result.Changes)
        {
            Console.Out.WriteLine($"{result.Graph.Root.Name}: {line}");
        }

        foreach (var warning in result.Warnings)
        {
            Console.Out.WriteLine($"{result.Graph.Root.Name}: warning: {warning}");
        }

        var count = CountOf(result);
        Console.Out.WriteLine(count.Length == 0
            ? $"{result.Graph.Root.Name}: nothing to lock"
            : $"{result.Graph.Root.Name}: {count} locked in {result.Graph.Root.Files.PathOf(CookbookLock.FileName)}{(result.Changes.Count == 0 ? ", unchanged" : "")}");
    }

    private static string CountOf(InstallResult result) => string.Join(
        " and ",
        new[] { (result.Graph.Locked.Count, "cookbook"), (result.Packages.Count, "package") }
            .Where(each => each.Item1 > 0)
            .Select(each => Plural.Of(each.Item1, each.Item2)));
}
