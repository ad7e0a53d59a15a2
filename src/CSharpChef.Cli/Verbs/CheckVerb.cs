using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
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
        var (folders, sources, output) = (CookbookOptions.Folders(), new SourceUseOptions(), new OutputOptions());
        var command = new Command("check", """
            Compile every recipe and print the errors.
            The types in lib/ and resources/ are compiled too, also those that no recipe uses. An error is printed as
            path:line:column: error, from the current folder. The warnings include those about NuGet packages that feeds
            gave when the packages were locked.

            Examples:
              csharpchef check
              csharpchef check cookbooks/nginx
            """);
        command.Arguments.Add(path);
        command.Options.Add(folders);
        sources.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, ct) => CheckAsync(
            Paths(parsed, parsed.GetValue(path), parsed.GetValue(folders) ?? []),
            sources.Of(parsed), output.Json(parsed), ct));
        return command;
    }

    private static IReadOnlyList<string> Paths(ParseResult parsed, string? path, string[] folders) =>
        (path, folders) switch
        {
            (null, _) => CookbookOptions.FoldersOf(parsed, folders),
            (_, []) => [path],
            _ => throw new UsageException("name what to check with PATH or with --cookbooks, not with both"),
        };

    private static async Task<int> CheckAsync(
        IReadOnlyList<string> paths, SourceUse use, bool json, CancellationToken ct)
    {
        var checkedRecipes = new List<CheckedRecipe>();
        foreach (var (recipes, cookbook) in Open(await CookbookFolders.OfAsync(paths, use, ct)))
        {
            checkedRecipes.AddRange(await CheckAsync(recipes, cookbook, use, ct));
        }

        var findings = checkedRecipes.SelectMany(recipe => recipe.Findings).Distinct().ToList();
        var count = checkedRecipes.Count(recipe => recipe.IsRecipe);
        var failed = checkedRecipes.Count(recipe => recipe is { IsRecipe: true, Compiles: false });
        var hasErrors = checkedRecipes.Exists(recipe => !recipe.Compiles);
        if (json)
        {
            Console.Out.WriteLine(CheckJson.Of(hasErrors, count, failed, findings));
        }
        else
        {
            findings.ForEach(Console.Out.WriteLine);
            var verdict = (hasErrors, failed) switch
            {
                (false, _) => Color.Green("no errors"),
                (true, 0) => Color.Red("errors in lib/ or resources/"),
                _ => Color.Red($"{failed} with errors"),
            };
            Console.Out.WriteLine($"{Plural.Of(count, "recipe")} checked, {verdict}");
        }

        return hasErrors ? 3 : 0;
    }

    private static async Task<IReadOnlyList<CheckedRecipe>> CheckAsync(
        RecipeLibrary recipes, Cookbook cookbook, SourceUse use, CancellationToken ct)
    {
        try
        {
            await MissingCookbooks.FetchAsync(recipes.Cookbooks, cookbook, use, ct);
        }
        catch (RecipeException e)
        {
            return [new CheckedRecipe(false, [e.Message])];
        }

        var advice = AdviceOn(cookbook);
        return
        [
            CheckShared(recipes, cookbook),
            .. cookbook.Recipes.Select(recipe => Check(recipes, $"{cookbook.Name}::{recipe}", advice)),
        ];
    }

    /// <summary>A folder with recipes or a cookbook.json is one cookbook; any other holds cookbooks.</summary>
    private static IReadOnlyList<(RecipeLibrary Recipes, Cookbook Cookbook)> Open(CookbookFolders given)
    {
        if (given.Paths.FirstOrDefault(path => !Directory.Exists(path)) is { } missing)
        {
            throw new UsageException(
                $"there is no folder {missing}: name the folder of a cookbook, or a folder of cookbooks");
        }

        var folders = given.Paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))).ToList();
        var isCookbook = given.Repositories.Count == 0
            && folders is [var only]
            && (Directory.Exists(Path.Combine(only, "recipes")) || File.Exists(Path.Combine(only, "cookbook.json")));
        var store = new CookbookStore(isCookbook ? [Path.GetDirectoryName(folders[0])!] : folders)
        {
            Repositories = given.Repositories,
        };
        var shared = new RecipeLibrary(store, DiskCache.Default());
        var names = isCookbook ? [Path.GetFileName(folders[0])] : store.Names;
        return [.. names.Select(store.Get).Select(cookbook => OfItsOwnLock(shared, cookbook))];
    }

    // Another cookbook may lock another state of the same dependency.
    private static (RecipeLibrary Recipes, Cookbook Cookbook) OfItsOwnLock(RecipeLibrary shared, Cookbook cookbook)
    {
        if (!File.Exists(Path.Combine(cookbook.Files.Folder, CookbookLock.FileName)))
        {
            return (shared, cookbook);
        }

        var store = new CookbookStore(shared.Cookbooks.Roots) { Repositories = shared.Cookbooks.Repositories };
        return (new RecipeLibrary(store, DiskCache.Default()), store.Get(cookbook.Name));
    }

    private static IReadOnlyList<string> AdviceOn(Cookbook cookbook) => cookbook.Lock is { Packages.Count: > 0 } known
        ? AdviceCache.Default().Lines(known.Packages.Values, known.File)
        : [];

    private static CheckedRecipe CheckShared(RecipeLibrary recipes, Cookbook cookbook)
    {
        try
        {
            return new CheckedRecipe(true, recipes.CheckShared(cookbook.Name)) { IsRecipe = false };
        }
        catch (RecipeException e)
        {
            return new CheckedRecipe(false, [e.Message]) { IsRecipe = false };
        }
    }

    private static CheckedRecipe Check(RecipeLibrary recipes, string name, IReadOnlyList<string> advice)
    {
        try
        {
            return new CheckedRecipe(true, [.. recipes.Get(RunListItem.Parse(name)).Warnings, .. advice]);
        }
        catch (RecipeException e)
        {
            return new CheckedRecipe(false, [e.Message]);
        }
    }

    private sealed record CheckedRecipe(bool Compiles, IReadOnlyList<string> Findings)
    {
        /// <summary>False for the types that the recipes of a cookbook share.</summary>
        public bool IsRecipe { get; init; } = true;
    }
}
