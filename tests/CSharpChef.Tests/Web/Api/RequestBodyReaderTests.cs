using System.Net.Sockets;
using System.Text;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Api;

[WholeSuite]
public sealed class RequestBodyReaderTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_up_to_the_limit_is_read()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url) { Body = new string(' ', 1 << 20) };
        using var tooLarge = new SigningClient(server.Url) { Body = new string(' ', (1 << 20) + 1) };

        Assert.Equal(200, (await client.CallAsync(Cancel)).Status);
        Assert.Equal(1 << 20, server.Calls.Single().Body.Length);
        (await tooLarge.CallAsync(Cancel)).Refuses(413, "RequestEntityTooLargeException", "1048576 bytes");
    }

    [Theory]
    [InlineData("Content-Length: 10485760\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nA00000\r\n")]
    public async Task The_rest_of_a_body_above_the_limit_is_not_read(string framing)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var connection = await ConnectAsync(server);
        await SendAsync(connection, Head(framing));

        var sent = await FloodAsync(connection, 64 << 20);

        Assert.True(sent < 16 << 20, $"{sent} bytes were accepted");
    }

    [Fact]
    public async Task A_chunked_body_is_read_up_to_the_limit()
    {
        await using var server = await LoopbackServer.StartAsync(options => options with { BodyLimit = 10 });
        using var client = new SigningClient(server.Url) { Body = """{"A": 1}""" };
        using var tooLarge = new SigningClient(server.Url) { Body = """{"A": 1234}""" };

        Assert.Equal(
            200, (await client.CallAsync(Cancel, request => request.Headers.TransferEncodingChunked = true)).Status);
        Assert.Equal("""{"A": 1}""", server.Calls.Single().Body);
        (await tooLarge.CallAsync(Cancel, request => request.Headers.TransferEncodingChunked = true)).Refuses(
            413, "RequestEntityTooLargeException", "10 bytes");
    }

    [Theory]
    [InlineData("Content-Length: 10485760\r\n\r\n", "413", "RequestEntityTooLargeException")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnot hex\r\n", "400", "SerializationException")]
    public async Task An_invalid_body_is_refused_and_the_connection_closed(
        string framing, string status, string code)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var connection = await ConnectAsync(server);
        await SendAsync(connection, Head(framing));

        var answer = await ReadAsync(connection);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains($"x-amzn-ErrorType: {code}", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_arrive_in_time_is_refused_and_the_connection_closed()
    {
        await using var server = await LoopbackServer.StartAsync(
            options => options with { Strangers = new() { BodyTime = TimeSpan.FromMilliseconds(20) } });
        using var connection = await ConnectAsync(server);
        await SendAsync(connection, Head("Content-Length: 10\r\n\r\n{"));

        var answer = await ReadAsync(connection);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("x-amzn-ErrorType: RequestTimeoutException", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_takes_the_budget_of_others_is_given_up_after_its_time()
    {
        await using var server = await LoopbackServer.StartAsync(options => options with
        {
            Strangers = new() { KnownBodyBytes = 100_000, BodyShareTime = new(Short, Short, Short) },
        });
        using var silent = await ConnectAsync(server);
        await SendAsync(silent, Head("Content-Length: 90000\r\n\r\n") + new string(' ', 80_000));
        using var client = new SigningClient(server.Url) { Body = new string(' ', 80_000) };

        var end = WaitForEndAsync(silent);
        do
        {
            var reply = await client.CallAsync(Cancel, request => SigningClient.Bearer(request));
            Assert.Equal(200, reply.Status);
        }
        while (!end.IsCompleted);
    }

    [Theory]
    [InlineData("Bearer ccp_Another", "UnrecognizedClientException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIANOBODY/{day}", "UnrecognizedClientException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIAQ2TESTKEY0000001/20130525", "InvalidSignatureException")]
    [InlineData("Basic YTpi", "IncompleteSignatureException")]
    public async Task A_head_that_cannot_be_right_is_refused_before_its_body_arrives(string credential, string code)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var connection = await ConnectAsync(server);
        var now = $"{TimeProvider.System.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";
        var authorization = credential.StartsWith("AWS4", StringComparison.Ordinal)
            ? credential.Replace("{day}", now[..8], StringComparison.Ordinal)
                + $"/x/opsworks/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature={new string('0', 64)}"
            : credential;
        await SendAsync(
            connection,
            Head("Content-Length: 10\r\n\r\n").Replace(
                $"Bearer {TestCredentials.Token}", $"{authorization}\r\nX-Amz-Date: {now}", StringComparison.Ordinal));

        var head = await ReadHeadAsync(connection);

        Assert.StartsWith("HTTP/1.1 403 ", head, StringComparison.Ordinal);
        Assert.Contains($"x-amzn-ErrorType: {code}", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_without_a_valid_call_is_closed_and_one_with_a_valid_call_stays()
    {
        var clock = new FakeClock();
        await using var server = await LoopbackServer.StartAsync(clock: clock);
        using var known = await ConnectAsync(server);
        await SendAsync(known, Head("Content-Length: 2\r\n\r\n{}"));
        await ReadHeadAsync(known);

        using var silent = await ConnectAsync(server);
        var closed = Assert.ThrowsAsync<IOException>(() => ReadAsync(silent));
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(new StrangerLimits().LongestSilence);
            return closed.IsCompleted;
        });
        await closed;

        await SendAsync(known, Head("Content-Length: 2\r\n\r\n{}"));
        Assert.StartsWith("HTTP/1.1 200 ", await ReadHeadAsync(known), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nBro ken: x\r\n\r\n")]
    public async Task Malformed_HTTP_is_refused_and_the_server_keeps_serving(string request)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var connection = await ConnectAsync(server);
        await SendAsync(connection, request);

        Assert.StartsWith("HTTP/1.1 400 ", await ReadAsync(connection), StringComparison.Ordinal);
        using var client = new SigningClient(server.Url);
        Assert.Equal(200, (await client.CallAsync(Cancel)).Status);
    }

    private static string Head(string framing) =>
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: OpsWorks_20130218.CreateStack\r\n"
        + $"Authorization: Bearer {TestCredentials.Token}\r\n{framing}";

    private static async Task<TcpClient> ConnectAsync(LoopbackServer server)
    {
        var connection = new TcpClient { SendTimeout = 5_000 };
        await connection.ConnectAsync("127.0.0.1", new Uri(server.Url).Port, Cancel);
        return connection;
    }

    private static Task SendAsync(TcpClient connection, string text) =>
        connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), Cancel).AsTask();

    private static async Task<string> ReadAsync(TcpClient connection) =>
        await new StreamReader(connection.GetStream()).ReadToEndAsync(Cancel);

    private static async Task WaitForEndAsync(TcpClient connection)
    {
        try
        {
            await ReadAsync(connection);
        }
        catch (IOException)
        {
            // The server closed the connection before it had read all of it.
        }
    }

    // Reads an answer up to the end of its head; its body arrives with it and is small.
    private static async Task<string> ReadHeadAsync(TcpClient connection)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await connection.GetStream().ReadAsync(buffer, Cancel);
            Assert.NotEqual(0, read);
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static async Task<int> FloodAsync(TcpClient connection, int limit)
    {
        var block = new byte[64 << 10];
        var sent = 0;
        try
        {
            for (; sent < limit; sent += block.Length)
            {
                await connection.GetStream().WriteAsync(block, Cancel);
            }
        }
        catch (IOException)
        {
            // The server closed the connection.
        }

        return sent;
    }
}
