using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.Tests.Converge.Discover;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Testing.Platforms;

/// <summary>The platforms of fake nodes have the facts, accounts, packages and services of such machines.</summary>
public sealed class PlatformTests
{
    private static readonly string[] DistributionFacts =
        ["platform.name", "platform.version", "platform.family", "platform.codename"];

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, string, string, string> FactRows => new()
    {
        { "debian 11", "debian", "bullseye", "apt", "systemd", "5.10." },
        { "debian 12", "debian", "bookworm", "apt", "systemd", "6.1." },
        { "debian 13", "debian", "trixie", "apt", "systemd", "6.12." },
        { "ubuntu 22.04", "debian", "jammy", "apt", "systemd", "5.15." },
        { "ubuntu 24.04", "debian", "noble", "apt", "systemd", "6.8." },
        { "alpine 3.20.3", "alpine", "", "apk", "openrc", "6.6." },
        { "rhel 9.4", "rhel", "", "dnf", "systemd", "5.14." },
        { "rocky 9.4", "rhel", "", "dnf", "systemd", "5.14." },
        { "amzn 2023", "rhel", "", "dnf", "systemd", "6.1." },
    };

    public static TheoryData<string> All => [.. FakeNode.AllPlatforms().Select(node => $"{node}")];

    public static TheoryData<string, string, string, string> ServiceRows => new()
    {
        { "debian 11", "ssh", "cron", "rsyslog" },
        { "debian 12", "ssh", "cron", "systemd-timesyncd" },
        { "debian 13", "ssh", "cron", "systemd-timesyncd" },
        { "ubuntu 22.04", "ssh", "cron", "rsyslog" },
        { "ubuntu 24.04", "ssh.socket", "cron", "rsyslog" },
        { "alpine 3.20.3", "sshd", "crond", "syslog" },
        { "rhel 9.4", "sshd", "crond", "chronyd" },
        { "rocky 9.4", "sshd", "crond", "firewalld" },
        { "amzn 2023", "sshd", "chronyd", "amazon-ssm-agent" },
    };

    [Theory, MemberData(nameof(FactRows))]
    public void A_recipe_reads_the_facts_of_its_platform(
        string platform, string family, string codename, string manager, string init, string kernel)
    {
        var fake = Named(platform);
        var node = new Node("fake", new Facts(fake.Facts), NodeAttributes.None);

        Assert.Equal(platform, $"{node.Platform.Name} {node.Platform.Version}");
        Assert.Equal(
            (family, codename, manager, init),
            (node.Platform.Family, node.Platform.Codename, node.PackageManager, node.InitSystem));
        Assert.StartsWith(kernel, node.Kernel.Release, StringComparison.Ordinal);
        Assert.Equal(["10.0.0.12", "fd00:10::12"], node.Addresses);
        Assert.Equal("/", Assert.Single(node.Mounts).Path);
        Assert.True(node.IsRoot && node.Memory.Total > 0 && node.Cpu.Count > 0);
        Assert.Contains("root", node.Users);
        fake.File("/etc/hostname").ShouldBe($"{node.Hostname}\n");
    }

    [Theory, MemberData(nameof(All))]
    public async Task The_facts_of_a_distribution_are_those_that_a_run_reads_from_its_os_release(string platform)
    {
        var fake = Named(platform);
        var file = Path.Combine(TemporaryFolder.Create("platform-"), "os-release");
        await File.WriteAllTextAsync(file, fake.File("/etc/os-release").Content, ct);
        var program = FactsProgram.Functions.Replace("/etc/os-release", file, StringComparison.Ordinal);

        var output = await NodeShell.Named("dash").RunAsync($"{program}machine_facts\n", ct);

        Assert.All(DistributionFacts, key => Assert.Contains($"{key}={fake.Facts[key]}\n", output));
    }

    [Theory, MemberData(nameof(All))]
    public void The_folders_of_a_platform_are_where_recipes_expect_them(string platform)
    {
        var fake = Named(platform);

        fake.Directory("/tmp").ShouldHaveMode("1777");
        fake.Directory("/usr/local/bin").ShouldBeOwnedBy("root", "root");
        fake.Directory("/bin").ShouldExist();
        fake.Directory("/etc/logrotate.d").ShouldExist();
    }

    [Theory, MemberData(nameof(All))]
    public void The_accounts_of_a_platform_have_each_number_once(string platform)
    {
        var accounts = Named(platform).Machine.Accounts;

        Assert.Equal(accounts.Users.Count, accounts.Users.DistinctBy(user => user.Uid).Count());
        Assert.Equal(accounts.Groups.Count, accounts.Groups.DistinctBy(group => group.Gid).Count());
        Assert.All(accounts.Users, user => Assert.NotNull(accounts.Group(user.Gid)));
        Assert.All(
            accounts.Groups.SelectMany(group => group.Members), member => Assert.NotNull(accounts.User(member)));
    }

    [Theory, MemberData(nameof(ServiceRows))]
    public void The_services_of_a_platform_run_and_are_enabled(string platform, string ssh, string second, string third)
    {
        var fake = Named(platform);

        Assert.All([ssh, second, third], name => fake.Service(name).ShouldBeRunning().ShouldBeEnabled());
    }

    [Fact]
    public void The_ssh_service_of_Ubuntu_2404_runs_by_its_socket() =>
        FakeNode.Ubuntu2404().Service("ssh").ShouldBeRunning().ShouldBeDisabled();

    [Fact]
    public void Amazon_Linux_has_the_user_ec2_user_and_no_cron()
    {
        var fake = FakeNode.AmazonLinux2023();

        fake.User("ec2-user").ShouldBeInGroup("wheel");
        fake.Directory("/home/ec2-user").ShouldHaveMode("0700").ShouldBeOwnedBy("ec2-user");
        fake.Directory("/etc/cron.d").ShouldNotExist();
        Assert.False(fake.Service("crond").Exists);
    }

    [Theory, MemberData(nameof(All))]
    public void A_recipe_of_common_resources_converges_once_on_every_platform(string platform)
    {
        var fake = Named(platform).PackageBringsService("nginx");

        var first = fake.Converge(Common);
        var second = fake.Converge(Common);

        Assert.DoesNotContain(first, result => result.Status == ResultStatus.Failed);
        Assert.All(second, result => Assert.Equal(ResultStatus.Unchanged, result.Status));
        fake.User("app").ShouldBeInGroup("ops");
        fake.Package("nginx").ShouldBeInstalled();
        fake.Service("nginx").ShouldBeRunning().ShouldBeEnabled();
        fake.File("/srv/app/settings").ShouldBeOwnedBy("app", "ops");
    }

    private static void Common(RecipeContext r)
    {
        r.Package("nginx");
        r.Group("ops");
        r.User("app", u => u.Groups = ["ops"]);
        r.Directory("/srv/app", d => d.Owner = "app");
        r.File("/srv/app/settings", f => { f.Content = "port 80\n"; f.Owner = "app"; f.Group = "ops"; f.Mode = "0640"; });
        r.Link("/srv/current", l => l.To = "/srv/app");
        r.Line("/etc/hosts", l => l.Text = "10.0.0.9 db");
        r.Sysctl("vm.swappiness", s => s.Value = "10");
        r.Service("nginx");
    }

    private static FakeNode Named(string platform) =>
        FakeNode.AllPlatforms().Single(node => $"{node}" == platform);
}
