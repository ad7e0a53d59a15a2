using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cases;

/// <summary>Every case on the fake node, and its program. The fleet tests run the same cases.</summary>
public sealed class CaseTests
{
    public static TheoryData<string, string> Cases =>
        [.. Case.All.Select(recipeCase => (recipeCase.Cookbook, recipeCase.Name))];

    [Theory, MemberData(nameof(Cases))]
    public async Task A_case_makes_its_expected_changes_and_a_second_run_changes_nothing(string cookbook, string name)
    {
        var recipeCase = new Case(cookbook, name);
        var ct = TestContext.Current.CancellationToken;
        var node = recipeCase.FakeNode();
        await using var link = new FakeNodeSession(node, ConvergeMode.Converge);
        if (recipeCase.GivenRecipe is { } given)
        {
            Assert.Equal(HostStatus.Ok, (await Case.RunAsync(given, link, ConvergeMode.Converge, ct)).Status);
        }

        await using var plan = new FakeNodeSession(node, ConvergeMode.Plan);
        var planned = Case.Text(await Case.RunAsync(recipeCase.Recipe, plan, ConvergeMode.Plan, ct));
        var first = Case.Text(await Case.RunAsync(recipeCase.Recipe, link, ConvergeMode.Converge, ct));
        var second = Case.Text(await Case.RunAsync(recipeCase.Recipe, link, ConvergeMode.Converge, ct));

        Snapshot.Match(recipeCase.PathOf(".verified.txt"), $"plan\n{planned}\nfirst\n{first}\nsecond\n{second}");
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task The_program_of_a_case_matches_its_snapshot(string cookbook, string name)
    {
        var recipeCase = new Case(cookbook, name);
        var facts = new Facts(recipeCase.FakeNode().Facts);
        var node = new Node("case", facts, NodeAttributes.None);
        await using var evaluation = Evaluation.Start([recipeCase.Recipe], Case.Recipes, node, new EvaluationOptions());
        var pause = await evaluation.NextAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(pause is Pause.Question, "its program depends on an answer of the node");
        var (resources, final) = pause is Pause.Barrier barrier
            ? (barrier.Resources, false)
            : (((Pause.Finished)pause).Resources, true);

        var program = ShellProgramRenderer.Render(Planner.Plan(resources, node, [], final), node, verify: false);

        Snapshot.Match(recipeCase.PathOf(".verified.sh"), program.Actions);
    }
}
