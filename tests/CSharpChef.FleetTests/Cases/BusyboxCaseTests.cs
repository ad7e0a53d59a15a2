using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.FleetTests.Cases;

/// <summary>Runs cases on a busybox userland, and compares them with the snapshots of the fake node.</summary>
public sealed class BusyboxCaseTests
{
    // Debian's busybox has no applets for accounts, and packages, services and bash need a machine.
    private static readonly string[] MachineOnly = ["group", "package", "script", "service", "user"];

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Cases =>
        [.. Case.All.Where(one => one.IsAlpine || !(MachineOnly.Contains(one.Cookbook) || one.Cookbook == "cron")).Select(one => (one.Cookbook, one.Name))];

    [Theory, MemberData(nameof(Cases))]
    public async Task A_case_changes_on_busybox_what_it_changes_on_the_fake_node_and_then_nothing(string cookbook, string name)
    {
        using var root = await BusyboxRoot.MakeAsync(ct);
        Directory.CreateDirectory(Path.Combine(root.Folder, "srv"));
        var one = new Case(cookbook, name);
        if (one.GivenRecipe is { } given)
        {
            var ready = await RunAsync(root, given, ConvergeMode.Converge);
            Assert.True(ready.Status == HostStatus.Ok, Case.Text(ready));
        }

        var planned = Case.Text(await RunAsync(root, one.Recipe, ConvergeMode.Plan));
        var first = Case.Text(await RunAsync(root, one.Recipe, ConvergeMode.Converge));
        var second = Case.Text(await RunAsync(root, one.Recipe, ConvergeMode.Converge));

        Assert.Equal(await File.ReadAllTextAsync(one.PathOf(".verified.txt"), ct), $"plan\n{planned}\nfirst\n{first}\nsecond\n{second}");
    }

    private async Task<HostReport> RunAsync(BusyboxRoot root, RunListItem recipe, ConvergeMode mode)
    {
        await using var link = new BusyboxLink(root, mode);
        var report = await Case.RunAsync(recipe, link, mode, ct);
        foreach (var resource in report.Resources.Where(one => one.Status == ResultStatus.Failed))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{resource.Resource}: {resource.Message}\n{resource.Output}");
        }

        return report;
    }
}
