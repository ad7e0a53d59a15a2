using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.FleetTests.Cases;

/// <summary>Cases on a userland of nothing but busybox do what their snapshots and the fake node say.</summary>
public sealed class BusyboxCaseTests
{
    // The busybox of Debian has no applets for accounts; packages and services need a machine; there is no bash;
    // the kernel parameters here are those of the machine that runs the tests.
    private static readonly string[] Elsewhere = ["group", "package", "script", "service", "sysctl", "user"];

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Cases =>
        [.. Case.All
            .Where(testCase =>
                testCase.IsAlpine
                || !(Elsewhere.Contains(testCase.Cookbook) || testCase.Cookbook == "cron"))
            .Select(testCase => (testCase.Cookbook, testCase.Name))];

    [Theory, MemberData(nameof(Cases))]
    public async Task Changes_what_the_fake_node_changes_and_then_nothing(string cookbook, string name)
    {
        using var root = await BusyboxRoot.CreateAsync(ct);
        Directory.CreateDirectory(Path.Combine(root.Folder, "srv"));
        var testCase = new Case(cookbook, name);
        if (testCase.GivenRecipe is { } given)
        {
            var ready = await RunAsync(root, given, ConvergeMode.Converge);
            Assert.True(ready.Status == HostStatus.Ok, Case.Text(ready));
        }

        var planned = Case.Text(await RunAsync(root, testCase.Recipe, ConvergeMode.Plan));
        var first = Case.Text(await RunAsync(root, testCase.Recipe, ConvergeMode.Converge));
        var second = Case.Text(await RunAsync(root, testCase.Recipe, ConvergeMode.Converge));

        Assert.Equal(
            await File.ReadAllTextAsync(testCase.PathOf(".verified.txt"), ct),
            $"plan\n{planned}\nfirst\n{first}\nsecond\n{second}");
    }

    private async Task<HostReport> RunAsync(BusyboxRoot root, RunListItem recipe, ConvergeMode mode)
    {
        await using var link = new BusyboxSession(root, mode);
        var report = await Case.RunAsync(recipe, link, mode, ct);
        foreach (var resource in report.Resources.Where(result => result.Status == ResultStatus.Failed))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{resource.Resource}: {resource.Message}\n{resource.Output}");
        }

        return report;
    }
}
