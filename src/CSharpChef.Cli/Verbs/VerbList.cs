using CSharpChef.Cli.Verbs.Checks;
using CSharpChef.Cli.Verbs.Cookbooks;
using CSharpChef.Cli.Verbs.DataBags;
using CSharpChef.Cli.Verbs.Editors;
using CSharpChef.Cli.Verbs.Machines;
using CSharpChef.Cli.Verbs.Providers;
using CSharpChef.Cli.Verbs.Server;
using CSharpChef.Cli.Verbs.Show;

namespace CSharpChef.Cli.Verbs;

/// <summary>All verbs, in the groups of <c>--help</c>.</summary>
internal static class VerbList
{
    /// <summary>The verbs that connect to machines over SSH.</summary>
    public static VerbGroup Machines { get; } = new(
        "Converge machines",
        new("clean", CleanVerb.Create),
        new("converge", ConvergeVerb.Create),
        new("plan", PlanVerb.Create),
        new("run", RunVerb.Create),
        new("runs", RunsVerb.Create),
        new("search", SearchVerb.Create),
        new("show", ShowVerb.Create));

    /// <summary>The nouns of the API belong to this group too.</summary>
    public static VerbGroup Client { get; } = new(
        "Talk to a server",
        new("api", ApiVerb.Create),
        new("apply", ApplyVerb.Create),
        new("login", LoginVerb.Create),
        new("logout", LogoutVerb.Create),
        new("model", ModelVerb.Create));

    public static IReadOnlyList<VerbGroup> All { get; } =
    [
        Machines,
        new(
            "Write cookbooks",
            new("check", CheckVerb.Create),
            new("completion", CompletionVerb.Create),
            new("cookbook", CookbookVerb.Create),
            new("databag", DataBagVerb.Create),
            new("editor", EditorVerb.Create),
            new("lsp", LspVerb.Create)),
        new(
            "Run a server",
            new("backup", BackupVerb.Create),
            new("provider", ProviderVerb.Create),
            new("rescue", RescueVerb.Create),
            new("restore", RestoreVerb.Create),
            new("rotate-key", RotateKeyVerb.Create),
            new("serve", ServeVerb.Create)),
        Client,
    ];

    // Nobody types it, so that no help lists it.
    private static Verb Worker { get; } = new("worker", WorkerVerb.Create);

    /// <summary>Finds a verb by its name; null when there is none.</summary>
    public static Verb? Find(string name) =>
        All.SelectMany(group => group.Verbs).Append(Worker).FirstOrDefault(verb => verb.Name == name);

    /// <summary>The title of the group of a verb or noun.</summary>
    public static string GroupOf(string name) => (All.FirstOrDefault(group => group.Has(name)) ?? Client).Title;
}
