using System.Net;
using System.Net.Http.Headers;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;
using CSharpChef.Web.Api;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Api;

public sealed class AnswerWriterTests
{
    // Together more than the buffers of both ends of a connection.
    private const int Parts = 512;
    private const int PartLength = 32 << 10;

    private readonly FakeClock clock = new();
    private int partsWritten;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_that_their_client_does_not_read_are_given_up_and_the_user_can_call_again()
    {
        await using var server = await LoopbackServer.StartAsync(clock: clock);
        server.LongAnswer = new Response(WriteAsync());
        var readers = Enumerable.Range(0, UserTurns.AtOnce).Select(_ => new SlowReader()).ToList();
        await Task.WhenAll(readers.Select(reader => reader.SendAsync(server.Url, Cancel)));
        await Eventually.TrueAsync(() => server.Calls.Count == UserTurns.AtOnce);

        await Eventually.TrueAsync(() => GivenUp(server) == UserTurns.AtOnce || Advance());

        server.LongAnswer = null;
        using var client = new SigningClient(server.Url);
        Assert.Equal(200, (await client.CallAsync(Cancel, request => SigningClient.Bearer(request))).Status);
        foreach (var reader in readers)
        {
            await reader.ReadToEndAsync(Cancel);
            Assert.False(reader.IsComplete);
            reader.Dispose();
        }
    }

    [Fact]
    public async Task An_answer_over_HTTP_2_that_its_client_does_not_read_is_given_up()
    {
        using var authority = new TestAuthority();
        await using var server = await authority.ServeAsync(clock);
        server.LongAnswer = new Response(WriteAsync());
        using var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, certificate, _, _) => certificate?.Subject == TestAuthority.Subject;
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent("{}", new MediaTypeHeaderValue(ApiAnswer.ContentType)),
        };
        request.Headers.Add("X-Amz-Target", "OpsWorks_20130218.DescribeStacks");
        SigningClient.Bearer(request);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);

        await Eventually.TrueAsync(() => GivenUp(server) == 1 || Advance());

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task The_system_takes_little_of_an_answer_beyond_what_its_client_took()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems have no such limit");
        await using var server = await LoopbackServer.StartAsync(clock: clock);
        server.LongAnswer = new Response(WriteAsync());
        using var reader = new SlowReader();
        await reader.SendAsync(server.Url, Cancel);
        await Eventually.TrueAsync(() => server.Calls.Count == 1);

        await Eventually.TrueAsync(() => GivenUp(server) == 1 || Advance());

        Assert.InRange(partsWritten * PartLength, PartLength, 512 << 10);
    }

    [Fact, WholeSuite]
    public async Task A_client_that_reads_slowly_but_steadily_gets_the_whole_answer()
    {
        await using var server = await LoopbackServer.StartAsync(clock: clock);
        server.LongAnswer = new Response(WriteAsync());
        using var reader = new SlowReader();
        await reader.SendAsync(server.Url, Cancel);

        // Parts are made when earlier ones were taken, so there was progress between two advances of the clock.
        for (var written = 4; written < Parts; written = Volatile.Read(ref partsWritten) + 4)
        {
            await reader.ReadUntilAsync(() => Volatile.Read(ref partsWritten) >= written, Cancel);
            clock.Advance(AnswerWriter.LongestStandstill * 0.9);
        }

        await reader.ReadToEndAsync(Cancel);
        Assert.True(reader.IsComplete);
        Assert.InRange(reader.BytesRead, Parts * PartLength, long.MaxValue);
    }

    // False, so that it can stand in a condition.
    private bool Advance()
    {
        clock.Advance(AnswerWriter.LongestStandstill);
        return false;
    }

    private static int GivenUp(LoopbackServer server) => server.Log.Count(
        line => line.Contains("was given up: its client took nothing of it for 20 seconds", StringComparison.Ordinal));

    private async IAsyncEnumerable<string> WriteAsync()
    {
        for (var n = 0; n < Parts; n++)
        {
            await Task.Yield();
            Interlocked.Increment(ref partsWritten);
            yield return new string('a', PartLength);
        }
    }

    private sealed record Response(IAsyncEnumerable<string> Parts);
}
