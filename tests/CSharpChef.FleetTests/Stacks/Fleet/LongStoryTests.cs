using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Providers;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>
/// A stack from its first day to its last, by the tool, on machines of the server and one that exists already.
/// </summary>
[Collection(FleetCollectionFactory.LocalMachines)]
public sealed class LongStoryTests(Machines.Fleet fleet) : IAsyncLifetime
{
    private const int Node = Machines.Fleet.RegisteredNode + 2;
    private const string Databases = "root/databases";
    private FleetServer server = null!;
    private ServerTool tool = null!;
    private ClusterStack stack = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Existing => Machines.Fleet.Name(Node);

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(Cancel);
        await Machines.Fleet.ResetAsync(Node, Cancel);
        server = await FleetServer.StartAsync(Cancel);
        tool = await server.LogInAsync(Cancel);
        stack = new ClusterStack(server, tool, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_stack_lives_through_a_broken_recipe_new_instances_a_cancelled_command_and_an_existing_machine()
    {
        await stack.CreateAsync();
        await stack.RunAsync(
            "layer", "update", "web", "--custom-recipes", """{"Setup":["cluster::front"],"Configure":["cluster::databases"]}""");
        await Task.WhenAll(StartAsync("db1"), StartAsync("db2"));

        await RepairAsync();
        await stack.UntilFileAsync("web1", Databases, await ListAsync("db1", "db2"));
        await stack.RunAsync("instance", "create", "--layer-ids", "db", "--hostname", "db3");
        await StartAsync("db3");
        await stack.UntilFileAsync("web1", Databases, await ListAsync("db1", "db2", "db3"));

        await ExecuteOnDatabasesAsync();
        await CancelAsync();
        await BorrowAsync();
        await EndAsync();
    }

    private async Task RepairAsync()
    {
        Assert.Equal(1, (await tool.RunAsync(Cancel, "instance", "start", "web1", "--wait")).ExitCode);
        Assert.Contains("the front is broken", await stack.LogsAsync("web1"), StringComparison.Ordinal);
        await server.CommitAsync(
            "cluster/recipes/front.csx", """File("/root/front", f => f.Content = "ready\n");""", Cancel);
        await stack.RunAsync(
            "deployment", "create", "--command", "update_custom_cookbooks", "--instance-ids", "web1", "--wait");

        await stack.RunAsync("command", "retry", await CommandAsync("web1", "setup"), "--wait");

        Assert.Equal("ready\n", await stack.ReadAsync("web1", "root/front"));
    }

    private async Task ExecuteOnDatabasesAsync()
    {
        await stack.RunAsync(
            "deployment", "create", "--command", Recipe("cluster::mark"), "--layer-ids", "db", "--yes", "--wait");

        Assert.Equal("execute_recipes\n", await stack.ReadAsync("db3", "root/mark"));
        Assert.Null(await stack.ReadAsync("web1", "root/mark"));
    }

    private async Task CancelAsync()
    {
        await stack.RunAsync("deployment", "create", "--command", Recipe("held::three"), "--instance-ids", "web1");
        await stack.UntilFileAsync("web1", "root/held", "begun\n");
        var command = await CommandAsync("web1", "execute_recipes");

        await stack.RunAsync("command", "cancel", command);
        await File.WriteAllTextAsync(Path.Combine(KilledCommandTests.MachineRoot()!, "root/release"), "", Cancel);

        Assert.Equal(1, (await tool.RunAsync(Cancel, "command", "logs", "-f", command)).ExitCode);
        Assert.Equal("begun\nended\n", await stack.ReadAsync("web1", "root/held"));
    }

    private async Task BorrowAsync()
    {
        var before = await stack.ReadAsync("web1", Databases);
        await stack.RunAsync(
            "instance", "register", $"deploy@{Existing}", "--ssh-config", Machines.Fleet.SshConfig, "--stack", "shop");
        await stack.RunAsync("instance", "assign", Existing, "--layer-ids", "db", "--wait");
        await LocalHost.UntilAsync(
            async () => (await stack.ReadAsync("web1", Databases))?.Contains($"{Existing} ", StringComparison.Ordinal) == true, Cancel);

        await stack.RunAsync("instance", "unassign", Existing, "--wait");
        await stack.RunAsync("instance", "deregister", Existing, "--yes");

        await stack.UntilFileAsync("web1", Databases, before);
        await LocalHost.UntilAsync(async () => await stack.CountAsync() == 4, Cancel);
    }

    private async Task EndAsync()
    {
        string[] names = ["web1", "db1", "db2", "db3"];
        await Task.WhenAll(names.Select(name => stack.RunAsync("instance", "stop", name, "--wait")));
        await Task.WhenAll(names.Select(name => stack.RunAsync("instance", "delete", name, "--yes")));
        await LocalHost.UntilAsync(async () => await stack.CountAsync() == 0, Cancel);
        await stack.RunAsync("layer", "delete", "web", "--yes");
        await stack.RunAsync("layer", "delete", "db", "--yes");
        await stack.RunAsync("stack", "delete", "shop", "--yes");
        Assert.Equal(0, await server.TerminateAsync());
        Assert.Empty(server.Host.Remains());
    }

    private Task StartAsync(string name) => stack.RunAsync("instance", "start", name, "--wait");

    private async Task<string> ListAsync(params string[] databases)
    {
        var lines = new List<string>();
        foreach (var name in databases)
        {
            lines.Add($"{name} {await stack.AddressAsync(name)} 543{name[^1]}\n");
        }

        return string.Concat(lines);
    }

    private async Task<string> CommandAsync(string hostname, string type) =>
        (await tool.ListAsync(Cancel, "command", "list", "--instance-id", hostname))
            .Select(command => (JsonNode)command!).First(command => command["Type"]!.GetValue<string>() == type)["CommandId"]!
            .GetValue<string>();

    private static string Recipe(string name) =>
        JsonSerializer.Serialize(new { Name = "execute_recipes", Args = new { recipes = new[] { name } } });
}
