using CSharpChef.Converge;
using CSharpChef.Tests;

namespace CSharpChef.FleetTests;

/// <summary>Every case on a real Debian instance does what its snapshot says, which is what the fake node does.</summary>
public sealed class RealNodeCaseTests(Fleet fleet, RealNodeLinks links) : IClassFixture<RealNodeLinks>
{
    private const int Node = 1;

    // What cases make besides what is below /srv; only what is there is worth a process.
    private const string CleanUp = """
        umask 022
        [ ! -e /etc/systemd/system/case.service ] || { systemctl disable --now case; rm -f /etc/systemd/system/case.service; systemctl daemon-reload; } >/dev/null 2>&1
        [ ! -L /etc/systemd/system/cron.service ] || systemctl unmask cron >/dev/null 2>&1
        systemctl start cron
        rm -rf /srv/* /var/lib/csharpchef/backup /etc/cron.d/backup /etc/cron.d/daily
        for user in ann bob eve robot; do ! grep -q "^$user:" /etc/passwd || userdel -r $user 2>/dev/null; done
        for group in ops plain ann; do ! grep -q "^$group:" /etc/group || groupdel $group 2>/dev/null; done
        rm -rf /home/ann
        [ -z "$(dpkg-query -W -f '${Status}' tree hello fleet-demo 2>/dev/null)" ] || dpkg --purge tree hello fleet-demo >/dev/null 2>&1
        :
        """;

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Cases => [.. Case.All.Where(one => !one.IsAlpine).Select(one => (one.Cookbook, one.Name))];

    [Theory, MemberData(nameof(Cases))]
    public async Task Changes_what_the_fake_node_changes_and_then_nothing(string cookbook, string name)
    {
        await fleet.UpAsync(Node, ct);
        await Fleet.ExecAsync(Node, CleanUp, ct);
        var (planning, converging) = links.To(Node);
        var one = new Case(cookbook, name);
        if (one.GivenRecipe is { } given)
        {
            var ready = await Case.RunAsync(given, converging, ConvergeMode.Converge, ct);
            Assert.True(ready.Status == HostStatus.Ok, Case.Text(ready));
        }

        var planned = Case.Text(await Case.RunAsync(one.Recipe, planning, ConvergeMode.Plan, ct));
        var first = Case.Text(await Case.RunAsync(one.Recipe, converging, ConvergeMode.Converge, ct));
        var second = Case.Text(await Case.RunAsync(one.Recipe, converging, ConvergeMode.Converge, ct));

        Assert.Equal(await File.ReadAllTextAsync(one.PathOf(".verified.txt"), ct), $"plan\n{planned}\nfirst\n{first}\nsecond\n{second}");
    }
}
