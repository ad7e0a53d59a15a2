using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.Checks;

/// <summary><c>csharpchef check</c></summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var path = new Argument<string?>("PATH")
        {
            Description = "A cookbook or a folder of cookbooks. Default: those in csharpchef.json, else ./cookbooks, else the cookbook that the current folder is.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var fix = new Option<bool>("--fix")
        {
            Description = "Rewrite what warning CC0301 is about, so that editors understand the files too.",
        };
        var (folders, sources, output) = (CookbookOptions.Folders(), new SourceUseOptions(), new OutputOptions());
        var command = new Command("check", """
            Compile every recipe and print the errors.
            The types in lib/ and resources/ are compiled too, also those that no recipe uses. An error is printed as
            path:line:column: error, from the current folder. The warnings include those about NuGet packages that feeds
            gave when the packages were locked.

            Examples:
              csharpchef check                      # also in the folder of a cookbook
              csharpchef check cookbooks/nginx
              csharpchef check cookbooks/nginx --fix
            """);
        command.Arguments.Add(path);
        command.Options.Add(folders);
        command.Options.Add(fix);
        sources.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, ct) => CheckAction.RunAsync(
            Paths(parsed, parsed.GetValue(path), parsed.GetValue(folders) ?? []),
            sources.Of(parsed), parsed.GetValue(fix), output.Json(parsed), ct));
        return command;
    }

    private static IReadOnlyList<string> Paths(ParseResult parsed, string? path, string[] folders) =>
        (path, folders) switch
        {
            (null, _) => CheckedCookbooks.OrThisOne(CookbookOptions.FoldersOf(parsed, folders)),
            (_, []) => [path],
            _ => throw new UsageException("name what to check with PATH or with --cookbooks, not with both"),
        };
}
