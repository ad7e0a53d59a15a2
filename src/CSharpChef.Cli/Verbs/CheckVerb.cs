using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef check</c></summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var path = new Argument<string?>("PATH")
        {
            Description = "A cookbook or a folder of cookbooks. Default: those in csharpchef.json, else ./cookbooks.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (folders, output) = (CookbookOptions.Folders(), new OutputOptions());
        var command = new Command("check", """
            Compile every recipe and print the errors.
            An error is printed as path:line:column: error, from the current folder.

            Examples:
              csharpchef check
              csharpchef check cookbooks/nginx
            """);
        command.Arguments.Add(path);
        command.Options.Add(folders);
        output.AddTo(command);
        command.SetAction(parsed => Check(
            Paths(parsed, parsed.GetValue(path), parsed.GetValue(folders) ?? []), output.Json(parsed)));
        return command;
    }

    private static IReadOnlyList<string> Paths(ParseResult parsed, string? path, string[] folders) =>
        (path, folders) switch
        {
            (null, _) => CookbookOptions.FoldersOf(parsed, folders),
            (_, []) => [path],
            _ => throw new UsageException("name what to check with PATH or with --cookbooks, not with both"),
        };

    private static int Check(IReadOnlyList<string> paths, bool json)
    {
        var (recipes, cookbooks) = Open(paths);
        var checkedRecipes = cookbooks
            .SelectMany(cookbook => cookbook.Recipes.Select(recipe => Check(recipes, $"{cookbook.Name}::{recipe}")))
            .ToList();
        var findings = checkedRecipes.SelectMany(recipe => recipe.Findings).Distinct().ToList();
        var failed = checkedRecipes.Count(recipe => !recipe.Compiles);
        if (json)
        {
            Console.Out.WriteLine(CheckJson.Of(checkedRecipes.Count, failed, findings));
        }
        else
        {
            findings.ForEach(Console.Out.WriteLine);
            var verdict = failed == 0 ? Color.Green("no errors") : Color.Red($"{failed} with errors");
            Console.Out.WriteLine($"{Plural.Of(checkedRecipes.Count, "recipe")} checked, {verdict}");
        }

        return failed == 0 ? 0 : 3;
    }

    /// <summary>A folder with recipes is one cookbook; any other holds cookbooks.</summary>
    private static (RecipeLibrary Recipes, IReadOnlyList<Cookbook> Cookbooks) Open(IReadOnlyList<string> paths)
    {
        if (paths.FirstOrDefault(path => !Directory.Exists(path)) is { } missing)
        {
            throw new UsageException(
                $"there is no folder {missing}: name the folder of a cookbook, or a folder of cookbooks");
        }

        var folders = paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))).ToList();
        var isCookbook = folders is [var only] && Directory.Exists(Path.Combine(only, "recipes"));
        var store = new CookbookStore(isCookbook ? [Path.GetDirectoryName(folders[0])!] : folders);
        IReadOnlyList<Cookbook> cookbooks = isCookbook
            ? [store.Get(Path.GetFileName(folders[0]))]
            : [.. store.Names.Select(store.Get)];
        return (new RecipeLibrary(store, DiskCache.Default()), cookbooks);
    }

    private static CheckedRecipe Check(RecipeLibrary recipes, string name)
    {
        try
        {
            return new CheckedRecipe(true, recipes.Get(RunListItem.Parse(name)).Warnings);
        }
        catch (RecipeException e)
        {
            return new CheckedRecipe(false, [e.Message]);
        }
    }

    private sealed record CheckedRecipe(bool Compiles, IReadOnlyList<string> Findings);
}
