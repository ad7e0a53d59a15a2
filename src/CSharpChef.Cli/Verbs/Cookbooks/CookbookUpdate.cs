using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook update</c></summary>
internal static class CookbookUpdate
{
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "A locked cookbook, or the id of a locked NuGet package. Default: all of them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var (path, fetch, output) = (new CookbookPathOption(), new FetchOptions(), new OutputOptions());
        var command = new Command("update", """
            Lock the newest state of dependencies that cookbook.json allows, and of NuGet packages that scripts allow.

            Examples:
              csharpchef cookbook update
              csharpchef cookbook update base nginx
            """);
        command.Arguments.Add(names);
        path.AddTo(command);
        fetch.AddTo(command);
        output.AddJsonTo(command);
        command.SetAction((parsed, ct) =>
        {
            var (cookbooks, given) = (path.Cookbooks(parsed), parsed.GetValue(names) ?? []);
            RequireLocked(given, [.. cookbooks.SelectMany(LockedNames).Distinct()]);
            var changed = cookbooks
                .Where(each => given.Length == 0
                    || LockedNames(each).Intersect(given, StringComparer.OrdinalIgnoreCase).Any())
                .ToList();
            return LockAction.RunAsync(
                parsed, fetch, changed, given.Length == 0 ? null : given, output.Json(parsed), ct);
        });
        return command;
    }

    private static IEnumerable<string> LockedNames((CookbookStore Store, Cookbook Cookbook) each) =>
        each.Cookbook.Lock is { } known ? known.Cookbooks.Keys.Concat(known.Packages.Keys) : [];

    private static void RequireLocked(string[] given, IReadOnlyList<string> locked)
    {
        if (Array.Find(given, name => !locked.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new UsageException($"no lock file has the cookbook or package \"{unknown}\"{Nearest.Question(unknown, locked)}");
        }
    }
}
