using System.CommandLine;
using System.CommandLine.Completions;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Attributes;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Options;

/// <summary>The options that choose recipes and attributes.</summary>
internal sealed class CookbookOptions
{
    private const string DefaultFolder = "cookbooks";

    private readonly Option<string[]> runList = new("--run-list", "-r")
    {
        Description =
            "A recipe to run: COOKBOOK for its default recipe, or COOKBOOK::RECIPE. Repeat it to run several in order. Default: those that csharpchef.json gives the machine's groups.",
        HelpName = "COOKBOOK[::RECIPE]",
    };

    private readonly Option<string[]> cookbooks = Folders();

    private readonly Option<string[]> attributes = new("--attributes")
    {
        Description = "A JSON file of attributes. They override those of cookbooks and inventory.",
        HelpName = "FILE.json",
    };

    public CookbookOptions() => runList.CompletionSources.Add(context => FileCompletions
        .Recipes(FoldersOf(context.ParseResult, context.ParseResult.GetValue(cookbooks)))
        .Select(word => new CompletionItem(word)));

    /// <summary>The option that names folders of cookbooks.</summary>
    public static Option<string[]> Folders() => new("--cookbooks")
    {
        Description = "A folder of cookbooks. Default: those in csharpchef.json, else ./cookbooks.",
        HelpName = "DIR",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(runList);
        command.Options.Add(cookbooks);
        command.Options.Add(attributes);
    }

    public IReadOnlyList<RunListItem> RunList(ParseResult parsed) =>
        [.. (parsed.GetValue(runList) ?? []).SelectMany(text => text.Split(',')).Select(RunListItem.Parse)];

    /// <exception cref="UsageException">The command line names no recipes, and neither do the groups of a
    /// host.</exception>
    public void RequireRunLists(ParseResult parsed, IReadOnlyList<Target> hosts)
    {
        var verb = parsed.CommandResult.Command.Name;
        if (RunList(parsed).Count == 0 && hosts.FirstOrDefault(host => host.RunList.Count == 0) is { } without)
        {
            throw new UsageException(ProjectOptions.Of(parsed) is { } project
                ? $"no recipes for {without.Name}: {WhyNone(without, ShownPath.Of(project.Path))}, or name recipes with --run-list or -r"
                : $"no recipes to {verb}: name them with --run-list or -r, such as {verb} {without.Name} -r nginx, or for its group in {ProjectFile.Name}");
        }
    }

    private static string WhyNone(Target host, string project) => host.IsInInventory
        ? $"{project} gives none of its groups a runList; give it one there"
        : $"it is not in an inventory, so no group of {project} has it; add it to the inventory";

    public RecipeLibrary Recipes(ParseResult parsed) =>
        new(new CookbookStore(FoldersOf(parsed, parsed.GetValue(cookbooks))), DiskCache.Default());

    /// <summary>The folders of cookbooks: those that are given, else those of the project.</summary>
    public static IReadOnlyList<string> FoldersOf(ParseResult parsed, string[]? given) =>
        given is { Length: > 0 } ? given : ProjectOptions.Of(parsed)?.Cookbooks ?? [DefaultFolder];

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
