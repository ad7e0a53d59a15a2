using CSharpChef.Converge.Discover;
using CSharpChef.FleetTests.Machines;
using CSharpChef.Recipes;

namespace CSharpChef.FleetTests.Converge.Discover;

public sealed class FactsOfMachinesTests(Fleet fleet)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Root_a_user_and_sudo_discover_the_same_facts()
    {
        await fleet.StartInstancesAsync(Cancel);

        var root = await DiscoverAsync($"root@{Fleet.Name(1)}", "exec /bin/sh -s");
        var user = await DiscoverAsync($"deploy@{Fleet.Name(1)}", "exec /bin/sh -s");
        var sudo = await DiscoverAsync($"deploy@{Fleet.Name(1)}", "exec sudo /bin/sh -s");

        Assert.Equal(OfMachine(root), OfMachine(user));
        Assert.Equal(OfMachine(root), OfMachine(sudo));
        Assert.Equal(
            ("deploy", "false", "true"),
            (user.Values["login.user"], user.Values["login.root"], user.Values["login.sudo"]));
    }

    [Fact]
    public async Task The_facts_of_an_instance_describe_it()
    {
        await fleet.StartInstancesAsync(Cancel);

        var facts = await DiscoverAsync($"root@{Fleet.Name(1)}", "exec /bin/sh -s");

        Assert.Equal(Fleet.Name(1), facts.Values["hostname"]);
        Assert.Equal(("debian", "debian", "12", "bookworm"), Platform(facts));
        Assert.Equal(
            ("systemd", "apt", "systemd-nspawn"),
            (facts.Values["init_system"], facts.Values["package_manager"], facts.Values["virtualization"]));
        Assert.Equal(Fleet.Address(1), facts.Values["network.ip"]);
        Assert.Equal($"{Fleet.Address(1)}/22", facts.Values["network.interfaces.eth0.addresses"]);
        Assert.Equal(("/", "overlay"), (facts.Values["mounts.0.path"], facts.Values["mounts.0.type"]));
        Assert.True(facts.Number("mounts.0.size") > 0);
    }

    [Fact]
    public async Task Facts_are_discovered_on_a_busybox_userland()
    {
        using var root = await BusyboxRoot.CreateAsync(Cancel);

        var run = await root.RunAsync(FactsProgram.Discovery, Cancel);
        var facts = FactsReader.Parse(run.ExpectSuccess("discovery"))!;

        Assert.Equal("", run.Errors);
        Assert.Equal(("alpine", "alpine", "3.20.1", ""), Platform(facts));
        Assert.Equal("root bin daemon nobody", facts.Values["users"]);
        Assert.Equal(
            ("root", "true", "/bin/sh"),
            (facts.Values["login.user"], facts.Values["login.root"], facts.Values["login.shell"]));
    }

    private static async Task<Facts> DiscoverAsync(string host, string command) => FactsReader.Parse(
        (await LocalCommand.RunAsync(
            ["ssh", "-F", Fleet.SshConfig, host, command], FactsProgram.Discovery, Cancel)).ExpectSuccess("ssh"))!;

    private static (string Name, string Family, string Version, string Codename) Platform(Facts facts) =>
        (
            facts.Values["platform.name"],
            facts.Values["platform.family"],
            facts.Values["platform.version"],
            facts.Values["platform.codename"]);

    private static IEnumerable<KeyValuePair<string, string>> OfMachine(Facts facts) =>
        facts.Values.Where(fact => Facts.GroupOf(fact.Key) != FactGroups.Login);
}
