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
            var (cookbooks, given) = (path.Openers(parsed), parsed.GetValue(names) ?? []);
            var locked = cookbooks.Select(each => LockedNames(each.Open)).ToList();
            if (!locked.Contains(null))
            {
                RequireLocked(given, [.. locked.SelectMany(each => each!).Distinct()]);
            }

            var changed = cookbooks
                .Where((_, index) => given.Length == 0
                    || locked[index]?.Intersect(given, StringComparer.OrdinalIgnoreCase).Any() != false)
                .Select(each => (each.Name, WithReadLock(each.Open)))
                .ToList();
            return LockAction.RunAsync(
                parsed, fetch, changed, given.Length == 0 ? null : given, output.Json(parsed), ct);
        });
        return command;
    }

    // One that cannot be read is among those that are updated, which print why.
    private static List<string>? LockedNames(Func<(CookbookStore Store, Cookbook Cookbook)> open)
    {
        try
        {
            return open().Cookbook.Lock is { } known ? [.. known.Cookbooks.Keys, .. known.Packages.Keys] : [];
        }
        catch (RecipeException)
        {
            return null;
        }
    }

    // An install would replace a lock file that cannot be read, and all that it pins.
    private static Func<(CookbookStore Store, Cookbook Cookbook)> WithReadLock(
        Func<(CookbookStore Store, Cookbook Cookbook)> open) => () =>
        {
            var opened = open();
            _ = opened.Cookbook.Lock;
            return opened;
        };

    private static void RequireLocked(string[] given, IReadOnlyList<string> locked)
    {
        if (Array.Find(given, name => !locked.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new UsageException(
                $"no lock file has the cookbook or package \"{unknown}\"{Nearest.Question(unknown, locked)}"
                + (Directory.Exists(unknown) ? $" (the folder of a cookbook is named with {CookbookPathOption.Name} {unknown})" : ""));
        }
    }
}
