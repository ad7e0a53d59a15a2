using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

/// <summary>
/// A recipe for this machine with a resource for each step, whose texts contain a canary. The canary is a registered
/// secret, or a plain text in sensitive resources.
/// </summary>
internal sealed class StepRecipe : IDisposable
{
    public const string Canary = "canary_7c1f";

    // Users, groups, packages and services belong to the whole machine: only the fake node changes them here.
    private static readonly string[] LocalSubjects = ["path", "line", "command", "log"];

    private readonly LocalMachine machine = new();

    public IReadOnlyList<StepWithText> Texts =>
        [.. StepSamples.Kinds.Where(kind => kind.IsPublic)
            .SelectMany(kind => StepSamples.Containing(kind, Canary, machine.Dir))
            .Where(text => text.IsValid)];

    public static bool IsLocal(StepWithText text) => LocalSubjects.Contains(text.Step.Subject.Kind);

    public static void AssertClean(string place, string text) =>
        Assert.False(text.Contains(Canary, StringComparison.Ordinal), $"{place}: {text}");

    public static void AssertClean(CommandOutcome run)
    {
        Assert.Contains("one_step", run.Out + run.Error, StringComparison.Ordinal);
        AssertClean("the output", run.Out + run.Error);
        Assert.All(StateFiles(), file => AssertClean(file, File.ReadAllText(file)));
    }

    // Tests of packages write to the cache of NuGet meanwhile.
    private static IEnumerable<string> StateFiles() =>
        Directory.EnumerateFiles(ToolFolders.State, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(Path.Combine(ToolFolders.State, "nuget"), StringComparison.Ordinal));

    public void Dispose() => machine.Dispose();

    public void DeclareSecret(IEnumerable<StepWithText> texts) => Declare(texts, "Secret(\"db.password\")", "");

    public void DeclareSensitive(IEnumerable<StepWithText> texts) =>
        Declare(texts, $"\"{Canary}\"", "resource.Sensitive = true;");

    public Task<CommandOutcome> RunAsync(string verb) =>
        machine.RunAsync(verb, "site", "--attributes", machine.Cookbooks["secret.json"]);

    private void Declare(IEnumerable<StepWithText> texts, string canary, string setting)
    {
        var source = new StepSource(Canary, "canary");
        var declarations = texts.Select(
            (text, index) => $"Place(\"step{index + 1}\", {source.Of(text.Step)});\n");
        machine.Cookbooks
            .With("secret.json", $$"""{ "db": { "password": "{{Canary}}" } }""")
            .With("site/recipes/default.csx", $$"""
                using CSharpChef.Recipes.Steps;

                var canary = {{canary}};
                {{string.Concat(declarations)}}
                void Place(string name, Step step) => Declare(new OneStepResource(name, step), resource =>
                {
                    resource.NotIf("false");
                    resource.IgnoreFailure = true;
                    {{setting}}
                });

                sealed class OneStepResource(string name, Step step) : Resource(name)
                {
                    public ResourceAction Apply => Act(_ => [step]);

                    protected override IEnumerable<ResourceAction> DefaultActions() => [Apply];
                }
                """);
    }
}
