using System.Diagnostics;
using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Servers;
using Microsoft.Data.Sqlite;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>
/// While the database is unavailable the server says so; it keeps running, and works again afterwards.
/// </summary>
public sealed class OutageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_another_process_locks_the_database_queries_work_and_changes_are_refused()
    {
        Prerequisite.Require(OperatingSystem.IsLinux(), "the server is tested on Linux");
        using var store = await ServerStore.MakeAsync();
        await using var server = await store.ServeAsync();
        using var client = store.Client(server);
        var load = new WriteLoad([await client.StackAsync("shop")]);

        await using (var other = new SqliteConnection($"Data Source={store.Folder}/csharpchef.db;Pooling=False"))
        {
            await other.OpenAsync(Ct);
            await using var command = other.CreateCommand();
            command.CommandText = "begin exclusive";
            await command.ExecuteNonQueryAsync(Ct);
            var stopwatch = Stopwatch.StartNew();
            var writes = Enumerable.Range(0, 12).Select(n => client.LayerAsync(load.Stacks[0], $"never{n}")).ToList();
            await client.CallAsync("DescribeStacks", new { });
            Assert.All(await Task.WhenAll(writes), Unavailable);
            Assert.InRange(stopwatch.Elapsed.TotalSeconds, 4, 25);
        }

        await WorksAsync(store, client, load);
    }

    [Fact]
    public async Task A_database_restart_loses_no_acknowledged_write()
    {
        PostgresServer.SkipUnlessInstalled();
        await using var postgres = await PostgresServer.StartAsync();
        using var store = await ServerStore.MakeAsync(await postgres.SchemaAsync("outage"));
        await using var server = await store.ServeAsync();
        using var client = store.Client(server);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var load = new WriteLoad([await client.StackAsync("a"), await client.StackAsync("b")]);
        var running = load.RunAsync(client, end.Token);

        await load.WaitAsync(100, running);
        await postgres.EndAsync();
        await Task.Delay(TimeSpan.FromSeconds(3), Ct);
        Unavailable(await client.SendAsync("DescribeStacks", new { }));
        var before = load.Acknowledged;
        await postgres.BeginAsync();
        await load.WaitAsync(before + 100, running);
        await end.CancelAsync();
        await running;

        Assert.NotEmpty(load.Refused);
        Assert.All(load.Refused, refused => Assert.True(refused.Status == 503, refused.Body));
        await WorksAsync(store, client, load);
    }

    [Fact]
    public async Task On_a_full_disk_no_write_is_stored_partly()
    {
        Prerequisite.RequireRootOnLinux();
        using var disk = await SmallDisk.MountAsync(8);
        using var store = await ServerStore.MakeAsync(folder: disk.Folder);
        await using var server = await store.ServeAsync();
        using var client = store.Client(server);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var load = new WriteLoad([await client.StackAsync("a"), await client.StackAsync("b")]);
        var running = load.RunAsync(client, end.Token);

        await load.WaitAsync(50, running);
        await disk.FillAsync();
        await load.RefusedAsync(running);
        await client.CallAsync("DescribeStacks", new { });
        disk.Clear();
        await load.WaitAsync(load.Acknowledged + 100, running);
        await end.CancelAsync();
        await running;

        Assert.All(load.Refused, refused => Assert.True(refused.Status == 503, refused.Body));
        await WorksAsync(store, client, load);
    }

    private static void Unavailable((int Status, System.Text.Json.Nodes.JsonNode Body) reply)
    {
        Assert.Equal((503, "ServiceUnavailableException"), (reply.Status, reply.Body["__type"]!.GetValue<string>()));
        Assert.StartsWith("The store ", reply.Body["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task WorksAsync(ServerStore serverStore, ServerClient client, WriteLoad load)
    {
        Assert.Equal(200, (await client.LayerAsync(load.Stacks[0], "after")).Status);
        await using var store = await serverStore.OpenAsync();
        await StoreAudit.CheckAsync(store, load);
    }
}
