using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;
using CSharpChef.Web.Serving;

namespace CSharpChef.Tests.Web.Serving;

public sealed class UpkeepTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact, WholeSuite]
    public async Task A_server_writes_to_the_log_once_why_it_is_not_ready_and_when_it_is_again()
    {
        await using var server = await LoopbackServer.StartAsync();
        var clock = new FakeClock();
        await using var upkeep = new Upkeep(server.Plane.Plane, server, clock);
        var keyFile = new StoreOptions(server.Plane.Folder).KeyPath;
        var right = await File.ReadAllTextAsync(keyFile, Cancel);

        MasterKeyFile.Write(keyFile, [MasterKeyFile.New()]);
        await MinuteAsync(clock, server, "The server is not ready: ");
        OwnerFile.Replace(keyFile, right);
        await MinuteAsync(clock, server, "The server is ready again");

        Assert.Single(server.Log, line => line.StartsWith(
            $"Error The server is not ready: {keyFile} lacks the key ", StringComparison.Ordinal));
    }

    private static Task MinuteAsync(FakeClock clock, LoopbackServer server, string line) => Eventually.TrueAsync(() =>
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        return server.Log.Any(found => found.Contains(line, StringComparison.Ordinal));
    });
}
