using System.Text.RegularExpressions;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cases;

/// <summary>Every case on the fake node, and its program. The fleet tests run the same cases.</summary>
public sealed class CaseTests
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    // Behind a platform: the cookbooks whose cases name accounts of Debian, the cron of Debian or units of systemd.
    public static TheoryData<string, string[]> OtherPlatforms => new()
    {
        { "debian 11", [] }, { "debian 13", [] }, { "ubuntu 22.04", [] }, { "ubuntu 24.04", [] },
        { "rhel 9.4", ["group", "user"] }, { "rocky 9.4", ["group", "user"] }, { "amzn 2023", ["cron", "group", "user"] },
        { "alpine 3.20.3", ["cron", "group", "service", "user"] },
    };

    public static TheoryData<string, string> Cases =>
        [.. Case.All.Select(testCase => (testCase.Cookbook, testCase.Name))];

    [Theory, MemberData(nameof(Cases))]
    public async Task A_case_makes_its_expected_changes_and_a_second_run_changes_nothing(string cookbook, string name)
    {
        var testCase = new Case(cookbook, name);

        Snapshot.Match(testCase.PathOf(".verified.txt"), await ReportsAsync(testCase, testCase.FakeNode()));
    }

    [Theory, MemberData(nameof(OtherPlatforms)), WholeSuite]
    public async Task The_cases_make_the_same_changes_on_every_platform(string platform, string[] others)
    {
        var different = new List<string>();
        foreach (var testCase in Case.All.Where(each => !each.IsAlpine && !others.Contains(each.Cookbook)))
        {
            var node = FakeNode.AllPlatforms().Single(each => $"{each}" == platform).OnAnyCommand().Returns(0);
            if (await ReportsAsync(testCase, node) != await File.ReadAllTextAsync(testCase.PathOf(".verified.txt"), ct))
            {
                different.Add($"{testCase}");
            }
        }

        Findings.AssertNone(different);
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task The_program_of_a_case_matches_its_snapshot(string cookbook, string name)
    {
        var testCase = new Case(cookbook, name);
        var facts = new Facts(testCase.FakeNode().Facts);
        var node = new Node("case", facts, NodeAttributes.None);
        await using var evaluation = Evaluation.Start([testCase.Recipe], Case.Recipes, node, new EvaluationOptions());
        var pause = await evaluation.NextAsync(ct);
        Assert.SkipWhen(pause is Pause.Question, "its program depends on an answer of the node");
        var (resources, final) = pause is Pause.Barrier barrier
            ? (barrier.Resources, false)
            : (((Pause.Finished)pause).Resources, true);

        var program = ShellProgramRenderer.Render(Planner.Plan(resources, node, [], final), node, verify: false);

        Snapshot.Match(testCase.PathOf(".verified.sh"), WithoutFolder(program.Actions));
    }

    private async Task<string> ReportsAsync(Case testCase, FakeNode node) => (await testCase.RunAsync(
        mode => new FakeNodeSession(node, mode), () => Task.FromResult(""), ct)).Reports;

    // Positions are paths from the current folder, which is that of the tests.
    private static string WithoutFolder(string program) =>
        Regex.Replace(program, @"\((?:[^()\s]*/)?(recipes/\S+?:\d+):\d+\)", "($1)");
}
