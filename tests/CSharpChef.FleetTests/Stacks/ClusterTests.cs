using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Servers;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>Several servers with one store answer as one server.</summary>
[Collection(FleetCollectionFactory.KilledServers)]
public sealed class ClusterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_on_one_server_is_visible_on_all_at_once()
    {
        await using var cluster = await ServerCluster.StartAsync("together", 3);
        var (first, second, third) = (cluster.Clients[0], cluster.Clients[1], cluster.Clients[2]);

        var stack = await first.CreateStackAsync("shop");
        var layer = (await second.CreateLayerAsync(stack, "web")).Body["LayerId"]!.GetValue<string>();
        await third.CallAsync("UpdateLayer", new { LayerId = layer, Name = "Front" });
        Assert.Equal("Front", (await first.CallAsync("DescribeLayers", new { StackId = stack }))["Layers"]![0]!["Name"]!
            .GetValue<string>());
        await RevokeAsync(cluster);
        await SameNamesAsync(cluster, stack);
    }

    [Fact]
    public async Task When_one_server_is_killed_no_acknowledged_change_is_lost_and_the_others_answer()
    {
        await using var cluster = await ServerCluster.StartAsync("bereft", 3);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var retryClient = cluster.Store.CreateClient(cluster.Servers[0], other: cluster.Clients[1]);
        var load = await LoadAsync(cluster);
        var running =
            Task.WhenAll(cluster.Clients.Skip(1).Prepend(retryClient)
                .Select(client => load.RunAsync(client, end.Token)));

        await load.WaitForAcknowledgedAsync(150, running);
        await cluster.Servers[0].KillAsync();
        await load.WaitForAcknowledgedAsync(load.Acknowledged + 150, running);
        await end.CancelAsync();
        await running;

        Assert.Empty(load.RefusedAnswers);
        Assert.Equal(load.Started, load.Acknowledged);
        await RequireCompleteStoreAsync(cluster, load);
    }

    [Fact]
    public async Task A_server_that_is_terminated_finishes_its_running_changes()
    {
        await using var cluster = await ServerCluster.StartAsync("ended", 2);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var load = await LoadAsync(cluster);
        var running = Task.WhenAll(cluster.Clients.Select(client => load.RunAsync(client, end.Token)));

        await load.WaitForAcknowledgedAsync(150, running);
        Assert.Equal(0, await cluster.Servers[0].TerminateAsync());
        await load.WaitForAcknowledgedAsync(load.Acknowledged + 150, running);
        await end.CancelAsync();
        await running;

        Assert.All(load.RefusedAnswers, refused => Assert.True(refused.Status == 503, refused.Body));
        await RequireCompleteStoreAsync(cluster, load);
    }

    [Fact]
    public async Task Servers_whose_Redis_lost_its_data_are_not_ready_until_they_are_a_cluster_again()
    {
        await using var cluster = await ServerCluster.StartAsync("forgotten", 2);

        await cluster.ForgetMembersAsync();

        foreach (var server in cluster.Servers)
        {
            await server.WaitForOutputAsync("this server is not in the cluster any more: it is not ready");
            await server.WaitForOutputAsync("this server is in the cluster again");
            await server.RequireReadinessAsync(200, "ready\n");
        }

        Assert.Equal(2, await cluster.CountMembersAsync());
        await cluster.Clients[0].CreateStackAsync("shop");
    }

    [Fact]
    public async Task A_server_that_the_others_declared_dead_goes_on_and_joins_again()
    {
        await using var cluster = await ServerCluster.StartAsync("stopped", 2);

        await cluster.Servers[0].PauseAsync();
        await cluster.WaitForMembersAsync(1);
        await cluster.Servers[0].ContinueAsync();

        await cluster.Servers[0].WaitForOutputAsync("this server is in the cluster again");
        Assert.False(cluster.Servers[0].HasEnded);
        await cluster.Servers[0].RequireReadinessAsync(200, "ready\n");
        Assert.Equal(2, await cluster.CountMembersAsync());
    }

    private static async Task RevokeAsync(ServerCluster cluster)
    {
        var token = await cluster.Clients[0].CallAsync("CreateToken", new { });
        using var holder = new ServerClient(cluster.Servers[1].Url, token["Token"]!.GetValue<string>());
        await holder.CallAsync("DescribeStacks", new { });
        await cluster.Clients[2].CallAsync("DeleteToken", new { TokenId = token["TokenId"]!.GetValue<string>() });

        Assert.Equal(403, (await holder.SendAsync("DescribeStacks", new { })).Status);
    }

    private static async Task SameNamesAsync(ServerCluster cluster, string stack)
    {
        foreach (var n in Enumerable.Range(0, 20))
        {
            var replies = await Task.WhenAll(
                cluster.Clients.Select(client => client.CreateLayerAsync(stack, $"same{n}")));

            Assert.Equal([200, 400, 400], replies.Select(reply => reply.Status).Order());
        }

        Assert.Equal(
            21,
            (await cluster.Clients[1].CallAsync("DescribeLayers", new { StackId = stack }))["Layers"]!.AsArray().Count);
    }

    private static async Task<WriteLoad> LoadAsync(ServerCluster cluster) =>
        new([.. await Task.WhenAll(
            Enumerable.Range(0, 4).Select(n => cluster.Clients[n % 2].CreateStackAsync($"stack{n}")))]);

    private static async Task RequireCompleteStoreAsync(ServerCluster cluster, WriteLoad load)
    {
        await using var store = await cluster.Store.OpenAsync();
        await StoreAudit.CheckAsync(store, load);
    }
}
