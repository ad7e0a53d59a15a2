using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Clients;
using CSharpChef.FleetTests.Stacks.Providers;
using CSharpChef.FleetTests.Web;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>Existing machines in a stack of a server that runs as an ordinary user.</summary>
[Collection(FleetCollectionFactory.RegisteredMachines)]
public sealed class RegisteredStoryTests(Machines.Fleet fleet) : IAsyncLifetime
{
    private const int First = Machines.Fleet.RegisteredNode;
    private static readonly int[] Nodes = [First, First + 1];
    private static readonly string[] Names = [.. Nodes.Select(Machines.Fleet.Name)];

    private OrdinaryServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(Cancel);
        await Task.WhenAll(Nodes.Select(node => Machines.Fleet.ResetAsync(node, Cancel)));
        server = await OrdinaryServer.StartAsync(Cancel);
        await server.CreateStackAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_machines_are_registered_assigned_run_recipes_reboot_and_are_as_before_when_they_leave()
    {
        await OnEachAsync(RegisterAsync);
        await ExpectStatusAsync("registered");
        Assert.Contains("was registered already", await RegisterAsync(Names[0]), StringComparison.Ordinal);

        await OnEachAsync(name => ActAsync("assign", name, "--layer-ids", "web", "--wait"));
        await ExpectStatusAsync("online");
        Assert.Equal(Pages("hello"), await PagesAsync());
        await server.Tool.SucceedAsync(
            Cancel, "deployment", "create", "--command",
            """{"Name":"execute_recipes","Args":{"recipes":["site::page"]}}""", "--custom-json",
            """{"greeting":"good evening"}""", "--yes", "--wait");
        Assert.Equal(Pages("good evening"), await PagesAsync());
        await ExpectNewKeyAsync();
        await ActAsync("reboot", Names[0], "--wait");
        await ExpectStatusAsync("online");

        await OnEachAsync(name => ActAsync("unassign", name, "--wait"));
        await ExpectStatusAsync("registered");
        await OnEachAsync(name => ActAsync("deregister", name, "--yes"));
        await LocalHost.UntilAsync(async () => (await server.StatusesAsync(Cancel)).Count == 0, Cancel);
        Assert.All(await OnNodesAsync("id -u csharpchef; ls /etc/sudoers.d; ls -d /var/lib/csharpchef /home/csharpchef; cat /root/shutdowns"),
            found => Assert.Equal("README\ndeploy\nstopped\n", found));
    }

    [Fact]
    public async Task The_AWS_command_line_waits_until_the_machine_of_an_instance_is_registered()
    {
        AwsClient.SkipUnlessInstalled();
        using var waiters = new QuickWaiters();
        await using var client = ClientSession.Start("cli", server.Url, server.Credentials, models: waiters.Folder);
        var stack = (await server.Tool.ListAsync(Cancel, "stack", "list"))[0]["StackId"]!.GetValue<string>();
        var instance = (await client.CallAsync(
            "RegisterInstance", new { StackId = stack, Hostname = Names[0] }))["InstanceId"]!.GetValue<string>();
        await ExpectStatusAsync("registering", Names[0]);

        var wait = client.WaitAsync("InstanceRegistered", new { InstanceIds = new[] { instance } });
        await RegisterAsync(Names[0]);

        await wait;
        await ExpectStatusAsync("registered", Names[0]);
    }

    [Fact]
    public async Task A_machine_whose_sudo_asks_for_a_password_is_registered_with_it()
    {
        await Machines.Fleet.ExecAsync(Nodes[0], """
            useradd -m -s /bin/bash carol && echo 'carol:correct horse' | chpasswd
            echo 'carol ALL=(ALL) ALL' >/etc/sudoers.d/carol
            mkdir /home/carol/.ssh && cp /root/.ssh/authorized_keys /home/carol/.ssh/ && chown -R carol: /home/carol/.ssh
            """, Cancel);
        string[] register =
            ["instance", "register", $"carol@{Names[0]}", "--ssh-config", Machines.Fleet.SshConfig, "--stack", "shop"];

        var refused = await server.Tool.RunAsync(Cancel, register);
        await server.ToolWith("CSHARPCHEF_SUDO_PASSWORD=correct horse").SucceedAsync(Cancel, register);

        Assert.Equal(4, refused.ExitCode);
        Assert.Contains("-K (--ask-sudo-password)", refused.Errors, StringComparison.Ordinal);
        await ExpectStatusAsync("registered", Names[0]);
    }

    [Fact]
    public async Task A_machine_that_another_stack_has_or_the_server_cannot_reach_is_an_error()
    {
        await RegisterAsync(Names[0]);
        await server.Tool.SucceedAsync(Cancel, "stack", "create", "second");

        var taken = await TryAsync(Names[0], "--stack", "second");
        var unreachable = await TryAsync(Names[1], "--stack", "shop", "--port", "9");
        var withoutRoot = await TryAsync(Names[1], "--stack", "shop", "--no-sudo");

        Assert.Equal(1, taken.ExitCode);
        Assert.Contains("is registered with the stack shop", taken.Errors, StringComparison.Ordinal);
        Assert.Equal(1, unreachable.ExitCode);
        Assert.Contains($"The server cannot log in at {Machines.Fleet.Address(Nodes[1])} port 9", unreachable.Errors, StringComparison.Ordinal);
        Assert.Equal(1, withoutRoot.ExitCode);
        Assert.Contains("registering needs root", withoutRoot.Errors, StringComparison.Ordinal);
    }

    private async Task ExpectNewKeyAsync()
    {
        const string Keys = "cat /home/csharpchef/.ssh/authorized_keys";
        var before = await OnNodesAsync(Keys);

        var told = await server.Tool.SucceedAsync(Cancel, "stack", "rotate-ssh-key", "shop");

        Assert.Equal(Names.Select(name => $"{name}: has the new key"), told.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
        var key = await server.Tool.SucceedAsync(Cancel, "stack", "ssh-key", "shop");
        Assert.DoesNotContain(key, before);
        Assert.All(await OnNodesAsync(Keys), after => Assert.Equal(key, after));
    }

    private static Task OnEachAsync(Func<string, Task> act) => Task.WhenAll(Names.Select(act));

    private async Task<string> RegisterAsync(string name) =>
        (await TryAsync(name, "--stack", "shop")).ExpectSuccess($"instance register {name}");

    private Task<LocalCommand> TryAsync(string name, params string[] options) => server.Tool.RunAsync(
        Cancel,
        ["instance", "register", $"deploy@{name}", "--ssh-config", Machines.Fleet.SshConfig, .. options]);

    private Task ActAsync(string verb, string name, params string[] options) =>
        server.Tool.SucceedAsync(Cancel, ["instance", verb, name, .. options, "--stack", "shop"]);

    private Task ExpectStatusAsync(string status) => ExpectStatusAsync(status, Names);

    private async Task ExpectStatusAsync(string status, params string[] names) =>
        Assert.Equal(
            names.Select(name => (name, status)),
            (await server.StatusesAsync(Cancel)).Select(pair => (pair.Key, pair.Value)).Order());

    private static string Pages(string greeting) => string.Concat(Names.Select(name => $"{greeting} from {name}\n"));

    private static async Task<string> PagesAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return string.Concat(await Task.WhenAll(Nodes.Select(
            node => http.GetStringAsync(new Uri($"http://{Machines.Fleet.Address(node)}/"), Cancel))));
    }

    private static Task<string[]> OnNodesAsync(string command) =>
        Task.WhenAll(Nodes.Select(node => Machines.Fleet.ExecAsync(node, $"({command}) 2>/dev/null || :", Cancel)));
}
