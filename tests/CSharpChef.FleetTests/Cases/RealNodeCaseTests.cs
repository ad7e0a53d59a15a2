using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.FleetTests.Cases;

/// <summary>Every case has the same result on a real Debian instance as in its snapshot and on the fake node.</summary>
[Collection(FleetCollectionFactory.Cases)]
public sealed class RealNodeCaseTests(Fleet fleet)
{
    private const int Node = Fleet.CaseNode;

    // What cases make besides what is below /srv.
    private const string CleanUp = """
        umask 022
        systemctl disable --now case >/dev/null 2>&1
        rm -f /etc/systemd/system/case.service /etc/systemd/system/case.timer
        systemctl unmask cron >/dev/null 2>&1
        systemctl daemon-reload
        systemctl start cron
        rm -rf /srv/* /var/lib/csharpchef/backup /etc/cron.d/backup /etc/cron.d/daily /etc/cron.d/nightly*
        for user in ann bob eve robot; do userdel -r $user 2>/dev/null; done
        for group in ops plain ann; do groupdel $group 2>/dev/null; done
        rm -rf /home/ann
        dpkg --purge tree hello fleet-demo >/dev/null 2>&1
        rm -f /etc/sysctl.d/*csharpchef*
        :
        """;

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Cases =>
        [.. Case.All.Where(testCase => !testCase.IsAlpine)
            .Select(testCase => (testCase.Cookbook, testCase.Name))];

    [Theory, MemberData(nameof(Cases))]
    public async Task Changes_what_the_fake_node_changes_and_then_nothing(string cookbook, string name)
    {
        await fleet.StartInstancesAsync(ct);
        await Fleet.ExecAsync(Node, CleanUp, ct);
        var testCase = new Case(cookbook, name);
        if (testCase.GivenRecipe is { } given)
        {
            var ready = await RunAsync(given, ConvergeMode.Converge);
            Assert.True(ready.Status == HostStatus.Ok, Case.Text(ready));
        }

        var planned = Case.Text(await RunAsync(testCase.Recipe, ConvergeMode.Plan));
        var first = Case.Text(await RunAsync(testCase.Recipe, ConvergeMode.Converge));
        var second = Case.Text(await RunAsync(testCase.Recipe, ConvergeMode.Converge));

        await Fleet.ExecAsync(Node, CleanUp, ct);
        Assert.Equal(
            await File.ReadAllTextAsync(testCase.PathOf(".verified.txt"), ct),
            $"plan\n{planned}\nfirst\n{first}\nsecond\n{second}");
    }

    private async Task<HostReport> RunAsync(RunListItem recipe, ConvergeMode mode)
    {
        await using var link = Machine.NewSession(Node, mode, ct);
        return await Case.RunAsync(recipe, link, mode, ct);
    }
}
