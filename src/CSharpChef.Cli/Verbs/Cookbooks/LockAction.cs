using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary>Writes the lock files of cookbooks and prints what changed in them, for the verbs that do so.</summary>
internal static class LockAction
{
    /// <summary>Locks each cookbook; one that fails does not stop the others.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="fetch">Its options for fetching.</param>
    /// <param name="cookbooks">Open the cookbooks, by the names of their folders.</param>
    /// <param name="released">The names that are chosen again; null for all.</param>
    /// <param name="json">Whether one JSON document is printed.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The exit code of the first that failed; 0 when none did.</returns>
    public static async Task<int> RunAsync(
        ParseResult parsed, FetchOptions fetch,
        IReadOnlyList<(string Name, Func<(CookbookStore Store, Cookbook Cookbook)> Open)> cookbooks,
        IReadOnlyCollection<string>? released, bool json, CancellationToken ct)
    {
        var (documents, codes) = (new List<JsonNode>(), new List<int>());
        foreach (var (name, open) in cookbooks)
        {
            try
            {
                var result = await LockAsync(parsed, fetch, open, released, ct);
                documents.Add(DependencyJson.Of(result));
                PrintUnless(json, result);
            }
            catch (ChefException e) when (e is not UsageException)
            {
                documents.Add(DependencyJson.OfError(name, e.Message));
                codes.Add(e.ExitCode);
                await Console.Error.WriteLineAsync(PrintableText.Of(e.Message));
            }
        }

        if (json)
        {
            Console.Out.WriteLine(DependencyJson.Document(documents));
        }

        return codes.FirstOrDefault();
    }

    private static Task<InstallResult> LockAsync(
        ParseResult parsed, FetchOptions fetch, Func<(CookbookStore Store, Cookbook Cookbook)> open,
        IReadOnlyCollection<string>? released, CancellationToken ct)
    {
        var (store, cookbook) = open();
        return fetch.RunAsync(
            parsed, $"Fetching what {cookbook.Name} depends on", (access, limit) => InstallAsync(store, cookbook, access, released, limit), ct);
    }

    private static async Task<InstallResult> InstallAsync(
        CookbookStore store, Cookbook cookbook, GitAccess access,
        IReadOnlyCollection<string>? released, CancellationToken ct)
    {
        using var installer = new CookbookInstaller(store, cookbook, access);
        return await installer.InstallAsync(released, ct);
    }

    private static void PrintUnless(bool json, InstallResult result)
    {
        if (json)
        {
            return;
        }

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
