using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Servers;

namespace CSharpChef.FleetTests.Stacks;

/// <summary>
/// A server that is killed while clients write has stored every acknowledged change, and no change partly.
/// </summary>
[Collection(FleetCollectionFactory.KilledServers)]
public sealed class KilledServerTests
{
    private const int Rounds = 5;
    private const int WritesPerRound = 200;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_server_killed_during_a_thousand_writes_keeps_all_acknowledged_writes(string kind)
    {
        Prerequisite.Require(OperatingSystem.IsLinux(), "the server is killed with SIGKILL");
        using var serverStore = await ServerStore.CreateAsync(
            kind == "sqlite" ? null : await (await SharedPostgres.GetAsync()).CreateSchemaAsync("killed"));
        WriteLoad? load = null;
        for (var round = 1; round <= Rounds; round++)
        {
            await using var server = await serverStore.ServeAsync();
            using var client = serverStore.CreateClient(server);
            load ??= new WriteLoad(
                [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(n => client.CreateStackAsync($"stack{n}")))]);
            var running = load.RunAsync(client, TestContext.Current.CancellationToken);
            await load.WaitForAcknowledgedAsync(round * WritesPerRound, running);
            await server.KillAsync();
            await running;

            await using var store = await serverStore.OpenAsync();
            await StoreAudit.CheckAsync(store, load);
        }

        Assert.True(load!.Acknowledged >= Rounds * WritesPerRound);
        Assert.Empty(load.RefusedAnswers);
    }
}
