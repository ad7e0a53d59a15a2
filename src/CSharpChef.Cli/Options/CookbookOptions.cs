using System.CommandLine;
using System.CommandLine.Completions;
using System.Runtime.CompilerServices;
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
    /// <summary>The folder of cookbooks when nothing names one.</summary>
    public const string DefaultFolder = "cookbooks";

    private const string RunListName = "--run-list";

    private readonly Option<string[]> runList = new(RunListName, "-r")
    {
        Description =
            "A recipe to run: COOKBOOK for its default recipe, or COOKBOOK::RECIPE. Before it may stand the Git repository that has the cookbook: URL#REF::COOKBOOK, with a branch, tag or commit as REF. Repeat it to run several in order. Default: those that csharpchef.json gives the machine's groups.",
        HelpName = "[URL[#REF]::]COOKBOOK[::RECIPE]",
    };

    private readonly Option<string[]> cookbooks = Folders();

    private readonly Option<string[]> attributes = new("--attributes")
    {
        Description = "A JSON file of attributes. They override those of cookbooks and inventory.",
        HelpName = "FILE.json",
    };

    private readonly SourceUseOptions sources = new();

    private readonly Option<bool> anyPlatform = new("--any-platform")
    {
        Description = "Run cookbooks also on platforms that their cookbook.json does not name.",
    };

    private readonly DataBagOptions dataBags = new();

    // One store for a command: it reads each file once.
    private readonly ConditionalWeakTable<ParseResult, CookbookStore> stores = [];

    public CookbookOptions() => runList.CompletionSources.Add(context => FileCompletions
        .Recipes(FoldersOf(context.ParseResult, context.ParseResult.GetValue(cookbooks)))
        .Select(word => new CompletionItem(word)));

    /// <summary>The option that names folders of cookbooks.</summary>
    public static Option<string[]> Folders() => new("--cookbooks")
    {
        Description = "A folder of cookbooks, or a Git repository with them: URL#REF, with a branch, tag or commit. Default: those in csharpchef.json, else ./cookbooks.",
        HelpName = "DIR|URL[#REF]",
    };

    /// <summary>Whether a command runs recipes.</summary>
    public static bool AreOf(Command command) => command.Options.Any(option => option.Name == RunListName);

    public void AddTo(Command command)
    {
        command.Options.Add(runList);
        command.Options.Add(cookbooks);
        command.Options.Add(attributes);
        sources.AddTo(command);
        command.Options.Add(anyPlatform);
        dataBags.AddTo(command);
    }

    public IReadOnlyList<RunListItem> RunList(ParseResult parsed) => [.. Entries(parsed).Select(entry => entry.Item)];

    private IEnumerable<RunListEntry> Entries(ParseResult parsed) =>
        (parsed.GetValue(runList) ?? []).SelectMany(RunListEntry.Parse);

    /// <summary>
    /// Fetches the repositories that the command line names, checks the run lists, and fetches the cookbooks that lock
    /// files name. What the cache has is not fetched.
    /// </summary>
    /// <exception cref="UsageException">A host has no recipes to run.</exception>
    /// <exception cref="ChefException">Something cannot be fetched, or --offline forbids it.</exception>
    public async Task PrepareAsync(ParseResult parsed, IReadOnlyList<Target> hosts, CancellationToken ct)
    {
        stores.Add(parsed, await OpenAsync(parsed, ct));
        RequireRunLists(parsed, hosts);
        await FetchAsync(parsed, hosts, ct);
    }

    private async Task<CookbookStore> OpenAsync(ParseResult parsed, CancellationToken ct)
    {
        var entries = Entries(parsed).Where(entry => entry.Repository is not null).Distinct().ToList();
        string[] texts =
        [
            .. entries.Select(entry => entry.Repository!).Distinct(),
            .. FoldersOf(parsed, parsed.GetValue(cookbooks)),
        ];
        var folders = await CookbookFolders.OfAsync(texts, sources.Of(parsed), ct);
        return new CookbookStore(folders.Paths)
        {
            Repositories = folders.Repositories,
            RootOf = RootsOf(entries, text => folders.Paths[Array.IndexOf(texts, text)]),
        };
    }

    private static Dictionary<string, string> RootsOf(List<RunListEntry> entries, Func<string, string> folderOf)
    {
        var roots = new Dictionary<string, string>();
        foreach (var entry in entries)
        {
            var folder = folderOf(entry.Repository!);
            if (!roots.TryAdd(entry.Item.Cookbook, folder) && roots[entry.Item.Cookbook] != folder)
            {
                throw new UsageException(
                    $"the run list takes the cookbook {entry.Item.Cookbook} from two repositories: name one for all of its recipes");
            }
        }

        return roots;
    }

    /// <exception cref="UsageException">The command line names no recipes, and neither do the groups of a
    /// host.</exception>
    /// <exception cref="RecipeException">A group of a host names a recipe that does not exist.</exception>
    private void RequireRunLists(ParseResult parsed, IReadOnlyList<Target> hosts)
    {
        var project = ProjectOptions.Of(parsed);
        if (RunList(parsed).Count > 0)
        {
            return;
        }

        if (hosts.FirstOrDefault(host => host.RunList.Count == 0) is { } without)
        {
            var path = project is null ? null : ShownPath.Of(project.Path);
            throw new UsageException(NoRecipes.For(without, parsed.CommandResult.Command.Name, path));
        }

        if (project is not null)
        {
            ProjectCheck.RequireRecipes(project, Store(parsed), [.. hosts.SelectMany(host => host.RunList).Distinct()]);
        }
    }

    /// <summary>Fetches the cookbooks and packages that lock files name and this machine lacks.</summary>
    /// <exception cref="ChefException">One cannot be fetched, or --offline forbids it.</exception>
    private async Task FetchAsync(ParseResult parsed, IReadOnlyList<Target> hosts, CancellationToken ct)
    {
        var store = Store(parsed);
        var runList = RunList(parsed) is { Count: > 0 } given ? given : [.. hosts.SelectMany(host => host.RunList)];
        foreach (var root in runList.Select(item => item.Cookbook).Distinct().Select(store.Get))
        {
            await MissingCookbooks.FetchAsync(store, root, sources.Of(parsed), ct);
        }
    }

    public bool AnyPlatform(ParseResult parsed) => parsed.GetValue(anyPlatform);

    public RecipeLibrary Recipes(ParseResult parsed) => new(Store(parsed), DiskCache.Default());

    /// <summary>Answers what recipes ask this machine: secrets, and data bags.</summary>
    public ControllerAnswers Answers(ParseResult parsed) => ControllerAnswers.OfThisMachine(
        Environment.GetEnvironmentVariable, dataBags.Folders(parsed, Store(parsed)));

    /// <summary>The folders of cookbooks: those that are given, else those of the project.</summary>
    public static IReadOnlyList<string> FoldersOf(ParseResult parsed, string[]? given) =>
        given is { Length: > 0 } ? given : ProjectOptions.Of(parsed)?.Cookbooks ?? [DefaultFolder];

    private CookbookStore Store(ParseResult parsed) => stores.TryGetValue(parsed, out var store)
        ? store
        : throw new InvalidOperationException("PrepareAsync comes first");

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
