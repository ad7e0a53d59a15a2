using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary><c>csharpchef cookbook update</c></summary>
internal static class CookbookUpdate
{
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "A locked cookbook. Default: all of them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var (path, output) = (new CookbookPathOption(), new OutputOptions());
        var command = new Command("update", """
            Lock the newest state of dependencies that cookbook.json allows.

            Examples:
              csharpchef cookbook update
              csharpchef cookbook update base nginx
            """);
        command.Arguments.Add(names);
        path.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var (cookbooks, given) = (path.Cookbooks(parsed), parsed.GetValue(names) ?? []);
            var locked = cookbooks.SelectMany(each => each.Cookbook.Lock?.Cookbooks.Keys ?? []).ToHashSet();
            return Array.Find(given, name => !locked.Contains(name)) is { } unknown
                ? throw new UsageException(
                    $"no lock file has the cookbook \"{unknown}\"{Nearest.Question(unknown, [.. locked])}")
                : LockAction.RunAsync(cookbooks, given.Length == 0 ? null : given, output.Json(parsed), ct);
        });
        return command;
    }
}
