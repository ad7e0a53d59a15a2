using System.Text.RegularExpressions;
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
        [.. Case.All.Select(testCase => (testCase.Cookbook, testCase.Name))];

    [Theory, MemberData(nameof(Cases))]
    public async Task A_case_makes_its_expected_changes_and_a_second_run_changes_nothing(string cookbook, string name)
    {
        var testCase = new Case(cookbook, name);
        var ct = TestContext.Current.CancellationToken;
        var node = testCase.FakeNode();
        await using var link = new FakeNodeSession(node, ConvergeMode.Converge);
        if (testCase.GivenRecipe is { } given)
        {
            Assert.Equal(HostStatus.Ok, (await Case.RunAsync(given, link, ConvergeMode.Converge, ct)).Status);
        }

        await using var plan = new FakeNodeSession(node, ConvergeMode.Plan);
        var planned = Case.Text(await Case.RunAsync(testCase.Recipe, plan, ConvergeMode.Plan, ct));
        var first = Case.Text(await Case.RunAsync(testCase.Recipe, link, ConvergeMode.Converge, ct));
        var second = Case.Text(await Case.RunAsync(testCase.Recipe, link, ConvergeMode.Converge, ct));

        Snapshot.Match(testCase.PathOf(".verified.txt"), $"plan\n{planned}\nfirst\n{first}\nsecond\n{second}");
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task The_program_of_a_case_matches_its_snapshot(string cookbook, string name)
    {
        var testCase = new Case(cookbook, name);
        var facts = new Facts(testCase.FakeNode().Facts);
        var node = new Node("case", facts, NodeAttributes.None);
        await using var evaluation = Evaluation.Start([testCase.Recipe], Case.Recipes, node, new EvaluationOptions());
        var pause = await evaluation.NextAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(pause is Pause.Question, "its program depends on an answer of the node");
        var (resources, final) = pause is Pause.Barrier barrier
            ? (barrier.Resources, false)
            : (((Pause.Finished)pause).Resources, true);

        var program = ShellProgramRenderer.Render(Planner.Plan(resources, node, [], final), node, verify: false);

        Snapshot.Match(testCase.PathOf(".verified.sh"), WithoutFolder(program.Actions));
    }

    // Positions are paths from the current folder, which is that of the tests.
    private static string WithoutFolder(string program) =>
        Regex.Replace(program, @"\((?:[^()\s]*/)?(recipes/\S+?:\d+):\d+\)", "($1)");
}
