using System.Runtime.Versioning;
using System.Text.Json;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

/// <summary>
/// The content of every kind of step of a sensitive resource is in nothing that a run shows or keeps, although no
/// secret is registered that could be masked.
/// </summary>
[SupportedOSPlatform("linux")]
[Collection(LocalMachine.Name)]
public sealed class SensitiveStepsTests : IDisposable
{
    private readonly StepRecipe recipe = new();

    /// <summary>Every member of a step with content.</summary>
    public static TheoryData<string> Contents =>
        [.. Texts.Where(text => text is { IsContent: true, IsValid: true }).Select(text => text.Member)];

    private static IEnumerable<StepWithText> Texts =>
        StepSamples.Kinds.SelectMany(kind => StepSamples.Containing(kind, StepRecipe.Canary));

    public void Dispose() => recipe.Dispose();

    [Fact]
    public void Every_member_that_is_shown_by_design_exists() =>
        Findings.AssertNone(StepWithText.ShownMembers.Except(Texts.Select(text => text.Member)));

    [Fact]
    public void A_redacted_step_hides_its_content_and_shows_the_rest() => Assert.All(Texts, text => Assert.True(
        text.IsContent != text.Step.Redacted().Texts.Any(
            one => one is not null && one.Contains(StepRecipe.Canary, StringComparison.Ordinal)),
        text.Member));

    [Theory, MemberData(nameof(Contents))]
    public void The_report_of_a_fake_node_shows_no_sensitive_content(string member)
    {
        foreach (var plan in Plans(member))
        {
            var node = FakeNode.Debian12().OnAnyCommand().Returns(1, $"{StepRecipe.Canary}\n");
            var results = node.Execute(plan, ConvergeMode.Plan).Concat(node.Execute(plan, ConvergeMode.Converge));
            var report = new Summarizer(new SecretTexts()).Summarize([new AppliedPlan(plan, [.. results])]);

            StepRecipe.AssertClean("the report", JsonSerializer.Serialize(report));
        }
    }

    [Theory, MemberData(nameof(Contents))]
    public void The_readable_program_shows_no_sensitive_content(string member)
    {
        foreach (var plan in Plans(member))
        {
            var shown = plan with { Actions = [.. plan.Actions.Select(action => action.Redacted())] };
            var program = ShellProgramRenderer.Render(shown, StepResource.NodeOf(FakeNode.Debian12()), verify: true);

            StepRecipe.AssertClean("the program", program.Readable);
        }
    }

    [Theory]
    [InlineData("show plan")]
    [InlineData("show plan --json")]
    [InlineData("show program")]
    [InlineData("show resources")]
    [InlineData("show resources --json")]
    public async Task A_show_verb_shows_no_sensitive_content(string verb)
    {
        recipe.DeclareSensitive(recipe.Texts.Where(text => text.IsContent));

        StepRecipe.AssertClean((await recipe.RunAsync(verb)).Exits(0));
    }

    [WholeSuite, Theory]
    [InlineData("plan")]
    [InlineData("converge --verbose")]
    [InlineData("converge --json")]
    [InlineData("converge --json-lines")]
    public async Task A_run_shows_and_keeps_no_sensitive_content(string verb)
    {
        recipe.DeclareSensitive(recipe.Texts.Where(text => text.IsContent && StepRecipe.IsLocal(text)));

        StepRecipe.AssertClean(await recipe.RunAsync(verb));
    }

    [WholeSuite, Fact]
    public async Task The_processes_of_a_run_have_no_sensitive_content_in_their_command_lines()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the command lines of processes are read from /proc");
        recipe.DeclareSensitive(recipe.Texts.Where(text => text.IsContent && StepRecipe.IsLocal(text)));

        var (run, commandLines) = await ProcessList.DuringAsync(() => recipe.RunAsync("converge"));

        StepRecipe.AssertClean(run);
        Assert.All(commandLines, line => StepRecipe.AssertClean("the process list", line));
    }

    private static IEnumerable<ConvergePlan> Plans(string member) =>
        from text in Texts
        where text.Member == member && text.IsValid
        select StepResource.Plan(FakeNode.Debian12(), new StepResource(text.Step) { Sensitive = true });
}
