using System.Diagnostics;
using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.TestSupport;
using Microsoft.Data.Sqlite;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>
/// While the database is unavailable the server says so; it keeps running, and works again afterwards.
/// </summary>
[Collection(FleetCollectionFactory.KilledServers)]
public sealed class OutageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_another_process_locks_the_database_queries_work_and_changes_are_refused()
    {
        Prerequisite.Require(OperatingSystem.IsLinux(), "the server is tested on Linux");
        using var store = await ServerStore.CreateAsync();
        await using var server = await store.ServeAsync();
        using var client = store.CreateClient(server);
        var load = new WriteLoad([await client.CreateStackAsync("shop")]);

        await using (var other = new SqliteConnection($"Data Source={store.Folder}/csharpchef.db;Pooling=False"))
        {
            await other.OpenAsync(Ct);
            await using var command = other.CreateCommand();
            command.CommandText = "begin exclusive";
            await command.ExecuteNonQueryAsync(Ct);
            var stopwatch = Stopwatch.StartNew();
            var writes = Enumerable.Range(0, 12)
                .Select(n => client.CreateLayerAsync(load.Stacks[0], $"never{n}"))
                .ToList();
            await client.CallAsync("DescribeStacks", new { });
            Assert.All(await Task.WhenAll(writes), Unavailable);
            Assert.InRange(stopwatch.Elapsed.TotalSeconds, 4, 25);
        }

        await RequireWorkingServerAsync(store, client, load);
    }

    [Fact]
    public async Task A_database_restart_loses_no_acknowledged_write()
    {
        PostgresServer.SkipUnlessInstalled();
        await using var postgres = await PostgresServer.StartAsync();
        using var store = await ServerStore.CreateAsync(await postgres.CreateSchemaAsync("outage"));
        await using var server = await store.ServeAsync();
        using var client = store.CreateClient(server);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var load = new WriteLoad([await client.CreateStackAsync("a"), await client.CreateStackAsync("b")]);
        var running = load.RunAsync(client, end.Token);

        await load.WaitForAcknowledgedAsync(100, running);
        await postgres.EndAsync();
        await Task.Delay(TimeSpan.FromSeconds(3), Ct);
        Unavailable(await client.SendAsync("DescribeStacks", new { }));
        var before = load.Acknowledged;
        await postgres.BeginAsync();
        await load.WaitForAcknowledgedAsync(before + 100, running);
        await end.CancelAsync();
        await running;

        Assert.NotEmpty(load.RefusedAnswers);
        Assert.All(load.RefusedAnswers, refused => Assert.True(refused.Status == 503, refused.Body));
        await RequireWorkingServerAsync(store, client, load);
    }

    [Fact]
    public async Task On_a_full_disk_no_write_is_stored_partly()
    {
        Prerequisite.RequireRootOnLinux();
        using var disk = SmallDisk.Mount(8);
        using var store = await ServerStore.CreateAsync(folder: disk.Folder);
        await using var server = await store.ServeAsync();
        using var client = store.CreateClient(server);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var load = new WriteLoad([await client.CreateStackAsync("a"), await client.CreateStackAsync("b")]);
        var running = load.RunAsync(client, end.Token);

        await load.WaitForAcknowledgedAsync(50, running);
        disk.Fill();
        await load.WaitForRefusalAsync(running);
        await client.CallAsync("DescribeStacks", new { });
        disk.Clear();
        await load.WaitForAcknowledgedAsync(load.Acknowledged + 100, running);
        await end.CancelAsync();
        await running;

        Assert.All(load.RefusedAnswers, refused => Assert.True(refused.Status == 503, refused.Body));
        await RequireWorkingServerAsync(store, client, load);
    }

    [Fact]
    public async Task A_server_whose_disk_fills_is_not_ready_until_there_is_room()
    {
        Prerequisite.RequireRootOnLinux();
        using var disk = SmallDisk.Mount(96);
        using var store = await ServerStore.CreateAsync(folder: disk.Folder);
        await using var server = await store.ServeAsync();

        await server.RequireReadinessAsync(200, "ready\n");
        disk.Fill();
        await server.RequireReadinessAsync(503, "the disk of the database is full: fewer than 64 MB are free; free some space\n");
        disk.Clear();
        await server.RequireReadinessAsync(200, "ready\n");
    }

    [Fact]
    public async Task A_server_whose_database_file_is_removed_acknowledges_nothing_and_does_not_start_as_a_new_one()
    {
        Prerequisite.Require(OperatingSystem.IsLinux(), "the server is tested on Linux");
        using var store = await ServerStore.CreateAsync();
        await using (var server = await store.ServeAsync())
        {
            using var client = store.CreateClient(server);
            await client.CreateStackAsync("shop");
            File.Delete(Path.Combine(store.Folder, "csharpchef.db"));

            Unavailable(await client.SendAsync("DescribeStacks", new { }));
            await server.RequireReadinessAsync(
                503,
                "the database file csharpchef.db was removed or replaced while the server ran: put it back, or stop the server and restore a backup\n");
        }

        var end = await Assert.ThrowsAsync<IOException>(store.ServeAsync);
        Assert.Contains("its store is missing", end.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csharpchef.db-wal")]
    [InlineData("csharpchef.db-shm")]
    public async Task A_server_whose_log_is_removed_acknowledges_nothing_and_loses_nothing_when_it_is_killed(
        string name)
    {
        Prerequisite.Require(OperatingSystem.IsLinux(), "the server is tested on Linux");
        using var store = await ServerStore.CreateAsync();
        string[] stacks;
        await using (var server = await store.ServeAsync())
        {
            using var client = store.CreateClient(server);
            stacks = [await client.CreateStackAsync("a"), await client.CreateStackAsync("b")];
            File.Delete(Path.Combine(store.Folder, name));

            Unavailable(await client.SendAsync("CreateUserProfile", new { IamUserArn = "arn:aws:iam::1:user/never" }));
            await server.RequireReadinessAsync(
                503,
                $"the database file {name} was removed or replaced while the server ran: put it back, or stop the server and restore a backup\n");
            await server.KillAsync();
        }

        await using var restarted = await store.ServeAsync();
        using var other = store.CreateClient(restarted);
        var found = await other.CallAsync("DescribeStacks", new { });
        Assert.Equal(stacks, found["Stacks"]!.AsArray().Select(stack => stack!["StackId"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_ends_at_SIGTERM_although_Redis_and_PostgreSQL_are_away(bool goAwayMeanwhile)
    {
        PostgresServer.SkipUnlessInstalled();
        await using var postgres = await PostgresServer.StartAsync();
        using var store = await ServerStore.CreateAsync(await postgres.CreateSchemaAsync("away"));
        await using var redis = await RedisServer.StartAsync();
        await using var first = await store.ServeAsync(redis.Url);
        await using var second = await store.ServeAsync(redis.Url);
        using var client = store.CreateClient(first);
        await client.CreateStackAsync("shop");
        var time = Stopwatch.StartNew();

        var ended = goAwayMeanwhile ? EndAsync() : null;
        await redis.KillAsync();
        await postgres.EndAsync();
        var codes = await (ended ?? EndAsync());

        Assert.Equal([0, 0], codes);
        Assert.InRange(time.Elapsed.TotalSeconds, 0, 40);

        Task<int[]> EndAsync() => Task.WhenAll(first.TerminateAsync(), second.TerminateAsync());
    }

    private static void Unavailable((int Status, System.Text.Json.Nodes.JsonNode Body) reply)
    {
        Assert.Equal((503, "ServiceUnavailableException"), (reply.Status, reply.Body["__type"]!.GetValue<string>()));
        Assert.StartsWith("The store ", reply.Body["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task RequireWorkingServerAsync(ServerStore serverStore, ServerClient client, WriteLoad load)
    {
        Assert.Equal(200, (await client.CreateLayerAsync(load.Stacks[0], "after")).Status);
        await using var store = await serverStore.OpenAsync();
        await StoreAudit.CheckAsync(store, load);
    }
}
