using System.Runtime.Versioning;
using System.Text.Json;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

/// <summary>A secret in every text of every kind of step is in nothing that a run shows or keeps.</summary>
[SupportedOSPlatform("linux")]
[Collection(LocalMachine.Name)]
public sealed class SecretStepsTests : IDisposable
{
    private const string Secret = "canary_7c1f";

    // Users, groups, packages and services belong to the whole machine: only the fake node changes them here.
    private static readonly string[] LocalSubjects = ["path", "line", "command", "log"];

    private readonly SecretTexts secrets = new();
    private readonly LocalMachine machine = new();

    public SecretStepsTests() => secrets.Add(Secret);

    public static TheoryData<Type> Kinds => [.. StepSamples.Kinds];

    public static TheoryData<string> ShowVerbs =>
    [
        "show plan",
        "show plan --json",
        "show resources",
        "show resources --json"
    ];

    public void Dispose() => machine.Dispose();

    [Theory, MemberData(nameof(Kinds))]
    public void The_report_of_a_fake_node_shows_no_secret(Type kind)
    {
        foreach (var plan in StepSamples.Containing(kind, Secret).Where(StepSamples.IsValid).Select(Planned))
        {
            var node = FakeNode.Debian12().OnAnyCommand().Returns(1, $"{Secret}\n");
            var results = node.Execute(plan, ConvergeMode.Plan).Concat(node.Execute(plan, ConvergeMode.Converge));
            var report = new Summarizer(secrets).Summarize(plan, [.. results]);

            AssertClean("the report", JsonSerializer.Serialize(report));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_readable_program_shows_no_secret(Type kind)
    {
        foreach (var plan in StepSamples.Containing(kind, Secret).Where(StepSamples.IsValid).Select(Planned))
        {
            var redacted = plan with { Actions = [.. plan.Actions.Select(action => action.Redacted())], Secrets = [] };
            var program = ShellProgramRenderer.Render(redacted, StepResource.NodeOf(FakeNode.Debian12()), verify: true);

            AssertClean("the program", secrets.Masked(program.Readable));
        }
    }

    [Theory, MemberData(nameof(ShowVerbs))]
    public async Task A_show_verb_shows_no_secret(string verb)
    {
        PlantSecrets(Steps());

        var result = (await RunAsync(verb)).Exits(0);

        Assert.Contains("one_step", result.Out, StringComparison.Ordinal);
        AssertClean(verb, result.Out + result.Error);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("plan --json")]
    [InlineData("converge --verbose")]
    [InlineData("converge --json")]
    public async Task A_run_shows_and_keeps_no_secret(string verb)
    {
        PlantSecrets(Steps().Where(step => LocalSubjects.Contains(step.Subject.Kind)));

        var run = await RunAsync(verb);

        Assert.Contains("one_step", run.Out, StringComparison.Ordinal);
        AssertClean(verb, run.Out + run.Error);
        Assert.All(
            Directory.EnumerateFiles(ToolFolders.State, "*", SearchOption.AllDirectories),
            file => AssertClean(file, File.ReadAllText(file)));
    }

    [Fact]
    public async Task The_processes_of_a_run_have_no_secret_content_in_their_command_lines()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the command lines of processes are read from /proc");
        PlantSecrets(Steps().Where(step => LocalSubjects.Contains(step.Subject.Kind) && IsContent(step)));

        var (run, commandLines) = await ProcessList.DuringAsync(() => RunAsync("converge"));

        Assert.Contains("one_step", run.Out, StringComparison.Ordinal);
        Assert.All(commandLines, line => AssertClean("the process list", line));
    }

    private static void AssertClean(string place, string text) =>
        Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{place}: {text}");

    // A path or name is an argument of the tools that manage it; content is hidden from the process list too.
    private static bool IsContent(Step step) => !step.Redacted().Texts.Any(
        text => text is not null && text.Contains(Secret, StringComparison.Ordinal));

    private List<Step> Steps() =>
        [.. StepSamples.Kinds.Where(kind => kind.IsPublic).SelectMany(kind => StepSamples.Containing(kind, Secret, machine.Dir))
            .Where(StepSamples.IsValid)];

    private ConvergePlan Planned(Step step) => Planner.Plan(
        new ResourceCollection([new StepResource(step)], secrets),
        StepResource.NodeOf(FakeNode.Debian12()),
        [],
        final: true);

    private void PlantSecrets(IEnumerable<Step> steps)
    {
        var source = new StepSource(Secret, "secret");
        var declarations = steps.Select((step, index) => $"Place(\"step{index + 1}\", {source.Of(step)});\n");
        machine.Cookbooks
            .With("secret.json", $$"""{ "db": { "password": "{{Secret}}" } }""")
            .With("site/recipes/default.csx", $$"""
                var secret = Secret("db.password");
                {{string.Concat(declarations)}}
                void Place(string name, Step step) => Declare(new OneStepResource(name, step), resource =>
                {
                    resource.NotIf("false");
                    resource.IgnoreFailure = true;
                });

                sealed class OneStepResource(string name, Step step) : Resource(name)
                {
                    public ResourceAction Apply => Act(_ => [step]);

                    protected override IEnumerable<ResourceAction> DefaultActions() => [Apply];
                }
                """);
    }

    private Task<CommandOutcome> RunAsync(string verb) =>
        machine.RunAsync(verb, "site", "--attributes", machine.Cookbooks["secret.json"]);
}
