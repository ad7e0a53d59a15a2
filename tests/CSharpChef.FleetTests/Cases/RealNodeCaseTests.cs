using CSharpChef.FleetTests.Machines;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.FleetTests.Cases;

/// <summary>
/// Every case has the same result on a real Debian instance as in its snapshot and on the fake node, and leaves what it
/// names in the same state: bytes, permissions, owners, versions, units, accounts.
/// </summary>
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
    public async Task Changes_what_the_fake_node_changes_and_leaves_the_same_state(string cookbook, string name)
    {
        await fleet.StartInstancesAsync(ct);
        await Fleet.ExecAsync(Node, CleanUp, ct);
        var testCase = new Case(cookbook, name);
        var image = await Fleet.BuildImageAsync(ct);
        var (fake, named) = await testCase.RunFakeAsync(() => WithSkeleton(testCase.FakeNode(), image), ct);

        var real = await testCase.RunAsync(
            mode => Machine.NewSession(Node, mode, ct), () => Fleet.ExecAsync(Node, RealState.Program(named), ct), ct);

        await Fleet.ExecAsync(Node, CleanUp, ct);
        Assert.Equal(await File.ReadAllTextAsync(testCase.PathOf(".verified.txt"), ct), real.Reports);
        Assert.Equal(real.StateAfterFirst, fake.StateAfterFirst);
        Assert.Equal(real.StateAfterSecond, fake.StateAfterSecond);
    }

    // What a new home gets is the matter of the distribution.
    private static FakeNode WithSkeleton(FakeNode node, string image) =>
        Directory.EnumerateFiles(Path.Combine(image, "etc/skel")).Aggregate(
            node, (each, file) => each.HasFile($"/etc/skel/{Path.GetFileName(file)}", File.ReadAllText(file)));
}
