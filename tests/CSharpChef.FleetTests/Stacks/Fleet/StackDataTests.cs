using System.Text.RegularExpressions;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>What recipes on real machines know of their stack and tell each other.</summary>
[Collection(FleetCollectionFactory.LocalMachines)]
public sealed class StackDataTests : IAsyncLifetime
{
    private FleetServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await FleetServer.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_web_server_lists_the_online_databases_with_what_they_publish_and_apps_go_where_they_belong()
    {
        var stack = new ClusterStack(server, await server.LogInAsync(Cancel), Cancel);
        await stack.CreateAsync();
        await stack.OnEachAsync("start", "--wait");
        var (first, second) =
            ($"db1 {await stack.AddressAsync("db1")} 5431\n", $"db2 {await stack.AddressAsync("db2")} 5432\n");

        await stack.UntilFileAsync("web1", "root/databases", $"{first}{second}");
        Assert.Equal($"{ClusterStack.Secret}\n", await stack.ReadAsync("db1", "root/password"));
        Assert.DoesNotContain(ClusterStack.Secret, await stack.LogsAsync("db1"), StringComparison.Ordinal);
        await ExpectAppAsync(stack);
        await ExpectUpdatesAsync(stack);

        await stack.RunAsync("instance", "stop", "db2", "--wait");
        await stack.UntilFileAsync("web1", "root/databases", first);

        await stack.RunAsync("instance", "stop", "web1", "--wait");
        await stack.RunAsync("instance", "stop", "db1", "--wait");
        await stack.OnEachAsync("delete", "--yes");
        await Providers.LocalHost.UntilAsync(async () => await stack.CountAsync() == 0, Cancel);
        Assert.Equal(0, await server.TerminateAsync());
        Assert.Empty(server.Host.Remains());
    }

    // Of the first Setup, and of the command.
    private static async Task ExpectUpdatesAsync(ClusterStack stack)
    {
        const string Update = "execute[update packages]";
        Assert.Equal(1, Regex.Count(await stack.LogsAsync("web1"), Regex.Escape(Update)));

        await stack.RunAsync(
            "deployment", "create", "--command", "update_dependencies", "--instance-ids", "web1", "--wait");

        Assert.Equal(2, Regex.Count(await stack.LogsAsync("web1"), Regex.Escape(Update)));
    }

    private static async Task ExpectAppAsync(ClusterStack stack)
    {
        await stack.RunAsync(
            "app", "create", "blog", "--layer-ids", "web", "--environment", """[{"Key":"MODE","Value":"live"}]""");
        await stack.RunAsync("deployment", "create", "--app", "blog", "--command", """{"Name":"deploy"}""", "--yes", "--wait");

        Assert.Equal("live True\n", await stack.ReadAsync("web1", "root/blog"));
        Assert.Null(await stack.ReadAsync("db1", "root/blog"));
        Assert.Equal(
            ["db1 skipped", "db2 skipped", "successful", "web1 successful"], await stack.LastCommandsAsync());

        await stack.RunAsync("app", "delete", "blog", "--yes");
        await stack.UntilFileAsync("web1", "root/blog", null);
    }
}
