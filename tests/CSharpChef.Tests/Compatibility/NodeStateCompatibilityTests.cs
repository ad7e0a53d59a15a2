using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Compatibility;

/// <summary>A node's state folder that runs of an earlier build left is understood by runs of this one.</summary>
[Collection(LocalMachine.Name)]
public sealed class NodeStateCompatibilityTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Versions => CompatibilityData.Versions;

    [Theory, MemberData(nameof(Versions))]
    public async Task A_run_reports_an_interrupted_run_of_an_earlier_build_and_removes_its_work_folder(string version)
    {
        var data = new CompatibilityData(version);
        using var node = KeptNode.Copy(data);
        var interrupted = data.Text("node/holder").Split(' ')[0];

        (await node.ConvergeAsync("site::finished")).Exits(0).Prints(interrupted, "kill the run");

        Assert.False(Directory.Exists(node.Work));
        (await node.ConvergeAsync("site::finished")).Exits(0).DoesNotPrint(interrupted);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_run_performs_the_pending_notification_of_an_earlier_build_exactly_once(string version)
    {
        using var node = KeptNode.Copy(new(version));
        await File.WriteAllTextAsync(Path.Combine(node.Dir, "prepared"), "", Ct);
        await File.WriteAllTextAsync(Path.Combine(node.Dir, "site"), "", Ct);

        var first = (await node.ConvergeAsync("site", "--json")).Exits(0);
        var second = (await node.ConvergeAsync("site", "--json")).Exits(0);

        Assert.Equal(["script[reload the site] run"], ChangedResources(first));
        Assert.Empty(ChangedResources(second));
        Assert.Equal("reloaded\n", await File.ReadAllTextAsync(Path.Combine(node.Dir, "reloads"), Ct));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Runs_of_an_earlier_build_are_listed(string version)
    {
        var data = new CompatibilityData(version);
        using var node = KeptNode.Copy(data);

        Assert.Equal(data.Text("runs.verified.json"), (await KeptNode.RunsAsync("--json")).Exits(0).Out);
    }

    [Theory, MemberData(nameof(Versions)), WholeSuite]
    public async Task The_journal_of_each_run_of_an_earlier_build_can_be_followed_to_its_end(string version)
    {
        var data = new CompatibilityData(version);
        using var node = KeptNode.Copy(data);

        foreach (var journal in Directory.EnumerateFiles(data["node/runs"]))
        {
            var text = await File.ReadAllTextAsync(journal, Ct);
            var followed = await KeptNode.RunsAsync("follow", Path.GetFileName(journal));

            Assert.Equal((await KeptNode.RunsAsync("show", Path.GetFileName(journal))).Out, followed.Out);
            Assert.Equal(text.EndsWith("end 0\n", StringComparison.Ordinal) ? 0 : 1, followed.Code);
        }
    }

    private static IEnumerable<string> ChangedResources(CommandOutcome outcome) =>
        from resource in outcome.Json.GetProperty("hosts")[0].GetProperty("resources").EnumerateArray()
        where resource.GetProperty("status").GetString() == "changed"
        select $"{resource.GetProperty("resource")} {resource.GetProperty("actions")[0]}";
}
