using System.Runtime.Versioning;
using System.Text.Json;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
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
    private const string Secret = StepRecipe.Canary;

    private readonly SecretTexts secrets = new();
    private readonly StepRecipe recipe = new();

    public SecretStepsTests() => secrets.Add(Secret);

    public static TheoryData<Type> Kinds => [.. StepSamples.Kinds];

    public static TheoryData<string> ShowVerbs =>
    [
        "show plan",
        "show plan --json",
        "show resources",
        "show resources --json"
    ];

    public void Dispose() => recipe.Dispose();

    [Theory, MemberData(nameof(Kinds))]
    public void The_report_of_a_fake_node_shows_no_secret(Type kind)
    {
        foreach (var plan in Plans(kind))
        {
            var node = FakeNode.Debian12().OnAnyCommand().Returns(1, $"{Secret}\n");
            var results = node.Execute(plan, ConvergeMode.Plan).Concat(node.Execute(plan, ConvergeMode.Converge));
            var report = new Summarizer(secrets).Summarize([new AppliedPlan(plan, [.. results])]);

            StepRecipe.AssertClean("the report", JsonSerializer.Serialize(report));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_readable_program_shows_no_secret(Type kind)
    {
        foreach (var plan in Plans(kind))
        {
            var redacted = plan with { Actions = [.. plan.Actions.Select(action => action.Redacted())], Secrets = [] };
            var program = ShellProgramRenderer.Render(redacted, StepResource.NodeOf(FakeNode.Debian12()), verify: true);

            StepRecipe.AssertClean("the program", secrets.Masked(program.Readable));
        }
    }

    [Theory, MemberData(nameof(ShowVerbs))]
    public async Task A_show_verb_shows_no_secret(string verb)
    {
        recipe.DeclareSecret(recipe.Texts);

        StepRecipe.AssertClean((await recipe.RunAsync(verb)).Exits(0));
    }

    [WholeSuite, Theory]
    [InlineData("plan")]
    [InlineData("plan --json")]
    [InlineData("converge --verbose")]
    [InlineData("converge --json")]
    public async Task A_run_shows_and_keeps_no_secret(string verb)
    {
        recipe.DeclareSecret(recipe.Texts.Where(StepRecipe.IsLocal));

        StepRecipe.AssertClean(await recipe.RunAsync(verb));
    }

    [WholeSuite, Fact]
    public async Task The_processes_of_a_run_have_no_secret_content_in_their_command_lines()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the command lines of processes are read from /proc");
        recipe.DeclareSecret(recipe.Texts.Where(text => StepRecipe.IsLocal(text) && text.IsContent));

        var (run, commandLines) = await ProcessList.DuringAsync(() => recipe.RunAsync("converge"));

        StepRecipe.AssertClean(run);
        Assert.All(commandLines, line => StepRecipe.AssertClean("the process list", line));
    }

    private IEnumerable<ConvergePlan> Plans(Type kind) =>
        from text in StepSamples.Containing(kind, Secret)
        where text.IsValid
        select Planner.Plan(
            new ResourceCollection([new StepResource(text.Step)], secrets),
            StepResource.NodeOf(FakeNode.Debian12()),
            [],
            final: true);
}
