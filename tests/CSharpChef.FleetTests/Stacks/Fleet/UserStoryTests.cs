using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Providers;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>The accounts of users on real machines, and the logins of the users.</summary>
[Collection(FleetCollectionFactory.RegisteredMachines)]
public sealed class UserStoryTests(Machines.Fleet fleet) : IAsyncLifetime
{
    private const int First = Machines.Fleet.RegisteredNode;
    private static readonly int[] Nodes = [First, First + 1];

    private readonly string folder = TemporaryFolder.Create("csharpchef-user-");
    private OrdinaryServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Name => Machines.Fleet.Name(First);

    private string Key => Path.Combine(folder, "key");

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(Cancel);
        await Task.WhenAll(Nodes.Select(node => Machines.Fleet.ResetAsync(node, Cancel)));
        (await LocalCommand.RunAsync(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Key], "", Cancel))
            .ExpectSuccess("ssh-keygen");
        server = await OrdinaryServer.StartAsync(Cancel);
        await server.CreateStackAsync(Cancel);
        await AddUserAsync("ann");
        await RegisterAsync(Name);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_user_logs_in_to_all_machines_while_the_permission_lasts_and_loses_everything_with_it()
    {
        await PermitAsync("ann", "--allow-ssh", "true", "--allow-sudo", "true");
        await UntilAsync("sudo -n id -u", "0\n");
        await RegisterAsync(Machines.Fleet.Name(First + 1));
        Assert.Equal(["2000\n", "2000\n"], await Task.WhenAll(Nodes.Select(node => OnAsync(node, "id -u ann"))));
        Assert.Equal(3, (await SshAsync("exit 3")).ExitCode);

        await PermitAsync("ann", "--allow-sudo", "false");
        await LocalHost.UntilAsync(async () => (await SshAsync("sudo -n id -u")).ExitCode == 1, Cancel);
        await SshAsync("echo mine >kept");
        var session = SshAsync("sleep 1000");
        await LocalHost.UntilAsync(async () => (await OnAsync(First, "pgrep -u ann sleep || :")).Length > 0, Cancel);
        await PermitAsync("ann", "--allow-ssh", "false");
        Assert.NotEqual(0, (await session).ExitCode);
        await LocalHost.UntilAsync(async () => (await SshAsync("id -un")).ExitCode == 255, Cancel);
        Assert.Equal(
            "root 700\nmine\n", await OnAsync(First, "stat -c '%U %a' /home/ann; cat /home/ann/kept; cat /home/ann/.ssh/* 2>/dev/null || :"));

        await PermitAsync("ann", "--allow-ssh", "true");
        await UntilAsync("cat kept", "mine\n");
        await server.Tool.SucceedAsync(Cancel, "retention", "set", "--login-days", "0");
        await PermitAsync("ann", "--allow-ssh", "false");
        await LocalHost.UntilAsync(
            async () => await OnAsync(First, "id -u ann; ls /home/ann /etc/sudoers.d/csharpchef-users; cat /var/lib/csharpchef/logins") == "", Cancel);
    }

    [Fact]
    public async Task A_user_with_another_name_on_machines_keeps_uid_home_and_key()
    {
        await PermitAsync("ann", "--allow-ssh", "true");
        await UntilAsync("echo mine >kept; id -u", "2000\n");

        await server.Tool.SucceedAsync(Cancel, "user", "update", "ann", "--ssh-username", "anna");

        await LocalHost.UntilAsync(
            async () => await OnAsync(First, "id -u anna; cat /home/anna/kept") == "2000\nmine\n", Cancel);
        await LocalHost.UntilAsync(async () => (await SshAsync("id -un; cat kept", "anna")).Output == "anna\nmine\n", Cancel);
        Assert.Equal("gone\n", await OnAsync(First, "id ann || ls /home/ann || echo gone"));
    }

    [Fact]
    public async Task Accounts_that_the_server_did_not_make_stay_as_they_are()
    {
        var before = await OnAsync(First, "grep -E '^(deploy|root)' /etc/passwd /etc/shadow; cat /home/deploy/.ssh/authorized_keys");
        await AddUserAsync("deploy");

        await PermitAsync("deploy", "--allow-ssh", "true");

        await LocalHost.UntilAsync(async () => (await ErrorsAsync()).Contains(
            "deploy: the machine has an account of this name, which is not ours", StringComparison.Ordinal), Cancel);
        Assert.Equal(before, await OnAsync(
            First, "grep -E '^(deploy|root)' /etc/passwd /etc/shadow; cat /home/deploy/.ssh/authorized_keys"));
    }

    private async Task AddUserAsync(string name) => await server.Tool.SucceedAsync(
        Cancel, "user", "create", name, "--ssh-public-key", (await File.ReadAllTextAsync($"{Key}.pub", Cancel)).Trim());

    private Task RegisterAsync(string name) => server.Tool.SucceedAsync(
        Cancel, "instance", "register", $"deploy@{name}", "--ssh-config", Machines.Fleet.SshConfig, "--stack", "shop");

    private Task PermitAsync(string user, params string[] options) =>
        server.Tool.SucceedAsync(Cancel, ["permission", "set", user, "show", "--stack", "shop", .. options]);

    private Task UntilAsync(string command, string output) =>
        LocalHost.UntilAsync(async () => (await SshAsync(command)).Output == output, Cancel);

    private Task<LocalCommand> SshAsync(string command, string user = "ann") => server.Tool.RunAsync(
        Cancel,
        "instance", "ssh", Name, "--stack", "shop", "-l", user, "--", "-F", "none", "-i", Key, "-o", "BatchMode=yes", command);

    private Task<string> ErrorsAsync() =>
        server.Tool.SucceedAsync(Cancel, "instance", "errors", "--stack", "shop", "--json");

    private static Task<string> OnAsync(int node, string command) =>
        Machines.Fleet.ExecAsync(node, $"({command}) 2>/dev/null || :", Cancel);
}
