using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Converge.Evaluate;

namespace CSharpChef.Cli.Verbs.Checks;

/// <summary>Compiles the recipes of cookbooks and prints what is wrong with them.</summary>
internal static class CheckAction
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> paths, SourceUse use, bool fix, bool json, CancellationToken ct)
    {
        if (fix)
        {
            CheckFix.RequireFolders(paths);
        }

        var given = await CookbookFolders.OfAsync(paths, use, ct);
        var (files, errors) = fix ? await CheckFix.RunAsync(given, use, ct) : ([], []);
        var checkedRecipes = new List<CheckedRecipe>();
        foreach (var (recipes, cookbook) in CheckedCookbooks.Open(given))
        {
            checkedRecipes.AddRange(await CheckAsync(recipes, cookbook, use, ct));
        }

        Print(files, [.. errors, .. checkedRecipes.SelectMany(recipe => recipe.Findings)], checkedRecipes, json);
        return errors.Count > 0 || checkedRecipes.Exists(recipe => !recipe.Compiles) ? 3 : 0;
    }

    private static void Print(
        IReadOnlyList<string> files, IReadOnlyList<string> all, List<CheckedRecipe> checkedRecipes, bool json)
    {
        var findings = all.Distinct().ToList();
        var count = checkedRecipes.Count(recipe => recipe.IsRecipe);
        var failed = checkedRecipes.Count(recipe => recipe is { IsRecipe: true, Compiles: false });
        var hasErrors = checkedRecipes.Exists(recipe => !recipe.Compiles);
        if (json)
        {
            Console.Out.WriteLine(CheckJson.Of(hasErrors, count, failed, findings, files));
            return;
        }

        foreach (var file in files)
        {
            Console.Out.WriteLine($"rewrote {file}");
        }

        findings.ForEach(Console.Out.WriteLine);
        var verdict = (hasErrors, failed) switch
        {
            (false, _) => Color.Green("no errors"),
            (true, 0) => Color.Red("errors in lib/ or resources/"),
            _ => Color.Red($"{failed} with errors"),
        };
        Console.Out.WriteLine($"{Plural.Of(count, "recipe")} checked, {verdict}");
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
            Check(() => recipes.CheckShared(cookbook.Name)) with { IsRecipe = false },
            .. cookbook.Recipes.Select(recipe => RunListItem.Parse($"{cookbook.Name}::{recipe}"))
                .Select(recipe => Check(() => [.. recipes.Get(recipe).Warnings, .. advice])),
        ];
    }

    private static IReadOnlyList<string> AdviceOn(Cookbook cookbook) => cookbook.Lock is { Packages.Count: > 0 } known
        ? AdviceCache.Default().Lines(known.Packages.Values, known.File)
        : [];

    private static CheckedRecipe Check(Func<IReadOnlyList<string>> warnings)
    {
        try
        {
            return new CheckedRecipe(true, warnings());
        }
        catch (RecipeException e)
        {
            return new CheckedRecipe(false, [e.Message]);
        }
    }
}
