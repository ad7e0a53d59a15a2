using System.CommandLine;
using CSharpChef.Converge.Attributes;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;

namespace CSharpChef.Cli.Options;

/// <summary>The options that choose recipes and attributes.</summary>
internal sealed class CookbookOptions
{
    private readonly Option<string[]> runList = new("--run-list", "-r")
    {
        Description =
            "A recipe to run: COOKBOOK for its default recipe, or COOKBOOK::RECIPE. Repeat it to run several in order.",
        HelpName = "COOKBOOK[::RECIPE]",
    };

    private readonly Option<string[]> cookbooks = new("--cookbooks")
    {
        Description = "A folder of cookbooks. Default: ./cookbooks.",
        HelpName = "DIR",
    };

    private readonly Option<string[]> attributes = new("--attributes")
    {
        Description = "A JSON file of attributes. They override those of cookbooks and inventory.",
        HelpName = "FILE.json",
    };

    public CookbookOptions(bool required = true) => runList.Required = required;

    public void AddTo(Command command)
    {
        command.Options.Add(runList);
        command.Options.Add(cookbooks);
        command.Options.Add(attributes);
    }

    public IReadOnlyList<RunListItem> RunList(ParseResult parsed) =>
        [.. (parsed.GetValue(runList) ?? []).SelectMany(text => text.Split(',')).Select(RunListItem.Parse)];

    public RecipeLibrary Recipes(ParseResult parsed) => RecipesIn(parsed.GetValue(cookbooks));

    public static RecipeLibrary RecipesIn(string[]? folders) =>
        new(new CookbookStore(folders is { Length: > 0 } ? folders : ["cookbooks"]), DiskCache.Default());

    public async Task<IReadOnlyList<AttributeLevel>> AttributesAsync(ParseResult parsed, CancellationToken ct)
    {
        var levels = new List<AttributeLevel>();
        foreach (var file in parsed.GetValue(attributes) ?? [])
        {
            levels.Add(await AttributeLevels.FromFileAsync(file, ct));
        }

        return levels;
    }
}
