using System.Net;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;

namespace CSharpChef.Tests.Web.Api;

public sealed class SilentSendersTests
{
    private const int Large = 1 << 20;
    private const int Small = 100_000;
    private const string SendersAddress = "203.0.113.9";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, WholeSuite]
    [InlineData(false, SendersAddress, Small)]
    [InlineData(false, SendersAddress, Large)]
    [InlineData(true, SendersAddress, Small)]
    [InlineData(true, SendersAddress, Large)]
    [InlineData(true, "198.51.100.1", Small)]
    [InlineData(true, "198.51.100.1", Large)]
    public async Task A_signed_call_on_a_new_connection_is_answered_while_100_senders_of_its_key_hold_back_bodies(
        bool isProxied, string address, int bytes)
    {
        await using var server = await LoopbackServer.StartAsync(options => options with
        {
            Proxies = isProxied ? [IPNetwork.Parse("127.0.0.1/32")] : [],
        });
        await using var senders = await SilentSenders.StartAsync(server.Url, 100, bytes);

        for (var n = 0; n < 2; n++)
        {
            using var client = new SigningClient(server.Url) { Body = new string(' ', Small) };
            var reply = await client.CallAsync(Cancel, request => request.Headers.Add("X-Forwarded-For", address));

            Assert.Equal((200, "{}"), (reply.Status, reply.Body));
        }
    }

    [Fact, WholeSuite]
    public async Task A_signed_call_on_a_new_connection_is_answered_while_400_senders_of_its_address_are_silent()
    {
        await using var server = await LoopbackServer.StartAsync();
        await using var senders = await SilentSenders.StartAsync(server.Url, 400, Large);

        using var client = new SigningClient(server.Url);
        var reply = await client.CallAsync(Cancel);

        Assert.Equal((200, "{}"), (reply.Status, reply.Body));
    }

    [Fact, WholeSuite]
    public async Task A_connection_whose_body_does_not_arrive_leaves_its_place_although_its_call_is_not_answered_yet()
    {
        // Enough for the first call of a process, which has the same time while the sender waits again.
        var (shortTime, never) = (TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        await using var server = await LoopbackServer.StartAsync(options => options with
        {
            Strangers = new()
            {
                Connections = 1,
                ConnectionTime = new(shortTime, shortTime, Wait: shortTime) { WithHolds = never },
                LongestSilence = never,
                BodyTime = never,
            },
        });
        await using var senders = await SilentSenders.StartAsync(server.Url, 1, Small);

        using var client = new SigningClient(server.Url);
        var reply = await client.CallAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal((200, "{}"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task A_body_that_did_not_arrive_does_not_count_as_a_call_without_a_valid_credential()
    {
        var shortTime = TimeSpan.FromMilliseconds(10);
        await using var server = await LoopbackServer.StartAsync(options => options with
        {
            Strangers = new()
            {
                BodyTime = shortTime,
                Failures = new(0.001, 1),
                FailureDelay = shortTime,
            },
        });
        await using (await SilentSenders.StartAsync(server.Url, 2, Small))
        {
            await Eventually.TrueAsync(() => server.Log.Count(IsTimeout) >= 4);
        }

        using var badSecret = new SigningClient(server.Url) { Secret = "another" };
        (await badSecret.CallAsync(Cancel)).Refuses(403, "InvalidSignatureException", "");
    }

    private static bool IsTimeout(string line) =>
        line.Contains("RequestTimeoutException", StringComparison.Ordinal);
}
