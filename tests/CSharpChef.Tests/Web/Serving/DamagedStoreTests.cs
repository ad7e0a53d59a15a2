using System.Security.Cryptography;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;
using CSharpChef.Web.Serving;

namespace CSharpChef.Tests.Web.Serving;

/// <summary>A server whose database file is damaged while it runs says so, and calls it no bug.</summary>
public sealed class DamagedStoreTests
{
    private const int Page = 4096;

    private const string Sentence =
        "csharpchef.db is damaged or is not a SQLite database: stop the server and restore a backup into another folder (csharpchef restore FILE --data DIR)";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_and_the_readiness_page_say_that_the_database_file_is_damaged_without_a_trace()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url);
        var clock = new FakeClock();
        await using var upkeep = new Upkeep(server.Plane.Plane, server, clock);
        await DamageAsync(server);

        var reply = await client.CallAsync(Cancel);

        Assert.Equal((503, "ServiceUnavailableException"), (reply.Status, reply.Code));
        Assert.Equal($"The store cannot be used: {Sentence}. Nothing was changed.", reply.Message);
        using var http = new HttpClient();
        using var page = await http.GetAsync(new Uri(server.Url + "/readyz"), Cancel);
        Assert.Equal($"{Sentence}\n", await page.Content.ReadAsStringAsync(Cancel));
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            return server.Log.Any(line => line.TrimEnd() == $"Error The server is not ready: {Sentence}");
        });
        Assert.DoesNotContain(server.Log, line => line.Contains("   at ", StringComparison.Ordinal)
            || line.Contains("unexpectedly", StringComparison.Ordinal) || line.Contains("bug", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_was_found_damaged_takes_no_change()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url);
        await DamageAsync(server);
        await client.CallAsync(Cancel);

        var refusal = await Assert.ThrowsAsync<StoreFailureException>(() => server.Plane.Plane.Store.WriteAsync(
            session => session.ExecuteAsync("insert into meta (key, value) values ('a', 'b')", new { }), Cancel));

        Assert.Contains(Sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_whose_JSON_was_damaged_makes_its_calls_unavailable()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url);
        await server.Plane.Plane.Store.WriteAsync(
            session => session.ExecuteAsync("update document set body = '?' || body", new { }), Cancel);

        var reply = await client.CallAsync(Cancel);

        Assert.Equal((503, "ServiceUnavailableException"), (reply.Status, reply.Code));
        Assert.Contains("is damaged, and its operator must restore a backup", reply.Message, StringComparison.Ordinal);
    }

    // The first page stays: the file is still a database, whose tables are gone.
    private static async Task DamageAsync(LoopbackServer server)
    {
        await server.Plane.Plane.Store.ShrinkAsync(Cancel);
        await using var file = new FileStream(
            new StoreOptions(server.Plane.Folder).SqlitePath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Seek(Page, SeekOrigin.Begin);
        await file.WriteAsync(RandomNumberGenerator.GetBytes((int)file.Length - Page), Cancel);
    }
}
