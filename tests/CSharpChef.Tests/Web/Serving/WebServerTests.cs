using System.Net;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.Converge.Errors;
using CSharpChef.TestSupport.Web;
using CSharpChef.Web.Serving;

namespace CSharpChef.Tests.Web.Serving;

public sealed class WebServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/", 200, "This is the API of CSharpChef")]
    [InlineData("GET", "/healthz", 200, "alive")]
    [InlineData("GET", "/readyz", 200, "ready")]
    [InlineData("GET", "/other", 404, "Nothing is here. This is the API")]
    [InlineData("PUT", "/", 404, "Nothing is here.")]
    [InlineData("OPTIONS", "/", 404, "Nothing is here.")]
    [InlineData("POST", "/other", 404, "Nothing is here.")]
    public async Task Who_is_lost_is_told_where_it_is(string method, string path, int status, string text)
    {
        await using var server = await LoopbackServer.StartAsync();

        var reply = await AskAsync(server.Url, path, method);

        Assert.Equal(status, reply.Status);
        Assert.StartsWith(text, reply.Body, StringComparison.Ordinal);
        Assert.Equal("text/plain; charset=utf-8", reply.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_client_whose_endpoint_has_a_path_is_told_so_in_its_own_way()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url + "/opsworks");

        var reply = await client.CallAsync(Cancel);

        Assert.Equal((404, "UnknownOperationException"), (reply.Status, reply.Code));
        Assert.Contains("the endpoint's URL has no path", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the store is down", "the store is down")]
    [InlineData("break", "the control plane does not answer")]
    public async Task It_is_not_ready_when_the_control_plane_is_not(string reason, string told)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Api.NotReady = reason;

        Assert.Equal((503, told + "\n"), await ReadyAsync(server));
        Assert.Equal(200, (await AskAsync(server.Url, "/healthz")).Status);
    }

    [Fact]
    public async Task Figures_are_there_for_this_machine_and_whom_it_names()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url) { Operation = "DescribeApps" };
        using var stranger = new SigningClient(server.Url) { Operation = "MadeUpName", Secret = "another" };
        await client.CallAsync(Cancel);
        await stranger.CallAsync(Cancel);

        var figures = await AskAsync(server.Url, "/metrics");
        var brought = await AskAsync(
            server.Url, "/metrics", change: request => request.Headers.Add("X-Forwarded-For", "203.0.113.9"));

        Assert.Matches("""csharpchef_api_calls_total\{[^}]*code="OK",operation="DescribeApps"\} 1\n""", figures.Body);
        Assert.Matches(
            """csharpchef_api_duration_seconds_bucket\{[^}]*operation="DescribeApps",le="0.0025"\} """, figures.Body);
        Assert.Contains("http_server_request_duration", figures.Body, StringComparison.Ordinal);
        Assert.Contains("dotnet_gc", figures.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("MadeUpName", figures.Body, StringComparison.Ordinal);
        Assert.Equal(404, brought.Status);
    }

    [Fact]
    public async Task It_stops_in_order()
    {
        await using var server = await LoopbackServer.StartAsync();
        var end = new TaskCompletionSource<string>();
        using var arrived = new SemaphoreSlim(0);
        server.Api.Answer = ct =>
        {
            arrived.Release();
            return end.Task.WaitAsync(ct);
        };
        using var create = new SigningClient(server.Url) { Operation = "CreateStack" };
        using var describe = new SigningClient(server.Url);
        var running = create.CallAsync(Cancel);
        await arrived.WaitAsync(Cancel);

        var stopping = server.Web.StopAsync();

        Assert.Equal((503, "stopping\n"), await ReadyAsync(server));
        (await create.CallAsync(Cancel)).Refuses(503, "ServiceUnavailableException", "stopping");
        var read = describe.CallAsync(Cancel);
        await arrived.WaitAsync(Cancel);
        Assert.False(stopping.IsCompleted);
        end.SetResult("""{"StackId":"1"}""");
        Assert.Equal("""{"StackId":"1"}""", (await running).Body);
        Assert.Equal(200, (await read).Status);
        await stopping;
        await Assert.ThrowsAsync<HttpRequestException>(() => describe.CallAsync(Cancel));
    }

    [Fact]
    public async Task Patience_with_what_still_runs_ends()
    {
        await using var server =
            await LoopbackServer.StartAsync(options => options with { DrainTime = TimeSpan.FromMilliseconds(50) });
        var began = new TaskCompletionSource();
        server.Api.Answer = async ct =>
        {
            began.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return "";
        };
        using var create = new SigningClient(server.Url) { Operation = "CreateStack" };
        var running = create.CallAsync(Cancel);
        await began.Task;

        await server.Web.StopAsync();

        (await running).Refuses(503, "ServiceUnavailableException", "given up");
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_told_to()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var stop = new CancellationTokenSource();
        var waiting = server.Web.WaitAsync(stop.Token);
        Assert.False(waiting.IsCompleted);

        await stop.CancelAsync();

        await waiting;
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(server.Url, "/healthz"));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_the_users_to_change()
    {
        await using var server = await LoopbackServer.StartAsync();

        var refused = await Assert.ThrowsAsync<UsageException>(
            () => LoopbackServer.StartAsync(options => options with { Urls = [server.Url] }));

        Assert.StartsWith($"Cannot listen on {server.Url}: ", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UsageException>(
            () => LoopbackServer.StartAsync(options => options with { Urls = ["http://*:0"] }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_call_comes_over_TLS(int version)
    {
        using var certificate = new TestCertificate();
        certificate.Write("one");
        await using var server = await LoopbackServer.StartAsync(options => WithTls(options, certificate));

        var (thumbprint, response, chain) =
            await ShakeHandsAsync(server.Url, new Version(version, version == 1 ? 1 : 0));

        Assert.Equal(new Version(version, version == 1 ? 1 : 0), response.Version);
        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
        Assert.NotEmpty(thumbprint);
        Assert.Contains("CN=between", chain);
    }

    [Fact]
    public async Task A_certificate_that_changes_is_read_again_and_a_broken_one_is_not_used()
    {
        using var certificate = new TestCertificate();
        var one = certificate.Write("one");
        await using var server = await LoopbackServer.StartAsync(options => WithTls(options, certificate));
        Assert.Equal(one, (await ShakeHandsAsync(server.Url)).Thumbprint);

        var two = certificate.Write("two");
        Assert.Equal(two, (await ShakeHandsAsync(server.Url)).Thumbprint);

        certificate.Break();
        Assert.Equal(two, (await ShakeHandsAsync(server.Url)).Thumbprint);
        Assert.Contains(
            server.Log,
            line => line.StartsWith("Warning The file of the certificate changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_PFX_will_do_too()
    {
        using var certificate = new TestCertificate();
        var one = certificate.Write("one");
        await using var server = await LoopbackServer.StartAsync(
            options => options with { Urls = ["https://127.0.0.1:0"], Certificate = certificate.Pfx });

        Assert.Equal(one, (await ShakeHandsAsync(server.Url)).Thumbprint);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_the_users_to_change()
    {
        using var certificate = new TestCertificate();

        var refused = await Assert.ThrowsAsync<UsageException>(
            () => LoopbackServer.StartAsync(options => WithTls(options, certificate)));

        Assert.StartsWith(
            $"Cannot use the certificate {certificate.File}: ", refused.Message, StringComparison.Ordinal);
    }

    private static ServerOptions WithTls(ServerOptions options, TestCertificate certificate) =>
        options with
        {
            Urls =
            ["https://127.0.0.1:0"],
            Certificate = certificate.File,
            CertificateKey = certificate.Key
        };

    private static async Task<(int, string)> ReadyAsync(LoopbackServer server)
    {
        var reply = await AskAsync(server.Url, "/readyz");
        return (reply.Status, reply.Body);
    }

    private static async Task<ApiReply> AskAsync(
        string url, string path, string method = "GET", Action<HttpRequestMessage>? change = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), url + path);
        change?.Invoke(request);
        using var response = await http.SendAsync(request, Cancel);
        return await ApiReply.ReadAsync(response, Cancel);
    }

    private static async Task<(string Thumbprint, HttpResponseMessage Response, string[] Chain)> ShakeHandsAsync(
        string url, Version? version = null)
    {
        var (thumbprint, chain) = ("", Array.Empty<string>());
        using var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, sent, _) =>
        {
            thumbprint = ((X509Certificate2)certificate!).Thumbprint;
            chain = [.. sent!.ChainPolicy.ExtraStore.Select(one => one.Subject)];
            return true;
        };
        using var http = new HttpClient(handler)
        {
            DefaultRequestVersion = version
            ?? HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact
        };
        var response = await http.GetAsync(url + "/healthz", Cancel);
        return (thumbprint, response, chain);
    }
}
