using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.Converge.Errors;
using CSharpChef.Tests.Stacks.Operations;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;
using CSharpChef.Web.Serving;

namespace CSharpChef.Tests.Web.Serving;

[WholeSuite]
public sealed class HttpServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/", 200, "This is the API of CSharpChef")]
    [InlineData("GET", "/healthz", 200, "alive")]
    [InlineData("GET", "/readyz", 200, "ready")]
    [InlineData("GET", "/other", 404, "This page does not exist. This is the API")]
    [InlineData("PUT", "/", 404, "This page does not exist.")]
    [InlineData("OPTIONS", "/", 404, "This page does not exist.")]
    [InlineData("POST", "/other", 404, "This page does not exist.")]
    public async Task A_page_is_answered_with_its_status_and_text(string method, string path, int status, string text)
    {
        await using var server = await LoopbackServer.StartAsync();

        var reply = await AskAsync(server.Url, path, method);

        Assert.Equal(status, reply.Status);
        Assert.StartsWith(text, reply.Body, StringComparison.Ordinal);
        Assert.Equal("text/plain; charset=utf-8", reply.Headers["Content-Type"]);
    }

    [Fact]
    public async Task An_AWS_client_with_a_path_in_its_endpoint_gets_an_error_about_the_path()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url + "/opsworks");

        var reply = await client.CallAsync(Cancel);

        Assert.Equal((404, "UnknownOperationException"), (reply.Status, reply.Code));
        Assert.Contains("the endpoint's URL has no path", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_control_plane_fails_is_alive_but_not_ready()
    {
        await using var server = await LoopbackServer.StartAsync();
        await server.Plane.Plane.Store.WriteAsync(session => session.ExecuteAsync("drop table meta", new { }), Cancel);

        Assert.Equal((503, "the control plane does not answer: see the log of the server\n"), await ReadyAsync(server));
        Assert.Equal(200, (await AskAsync(server.Url, "/healthz")).Status);
    }

    [Fact]
    public async Task Metrics_are_served_to_this_machine_but_not_through_a_proxy()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url) { Operation = "DescribeApps" };
        using var stranger = new SigningClient(server.Url) { Operation = "MadeUpName", Secret = "another" };
        await client.CallAsync(Cancel);
        await stranger.CallAsync(Cancel);

        var metrics = await AskAsync(server.Url, "/metrics");
        var proxied = await AskAsync(
            server.Url, "/metrics", change: request => request.Headers.Add("X-Forwarded-For", "203.0.113.9"));

        Assert.Matches("""csharpchef_api_calls_total\{[^}]*code="OK",operation="DescribeApps"\} 1\n""", metrics.Body);
        Assert.Matches(
            """csharpchef_api_duration_seconds_bucket\{[^}]*operation="DescribeApps",le="0.0025"\} """, metrics.Body);
        Assert.Contains("http_server_request_duration", metrics.Body, StringComparison.Ordinal);
        Assert.Contains("dotnet_gc", metrics.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("MadeUpName", metrics.Body, StringComparison.Ordinal);
        Assert.Equal(404, proxied.Status);
    }

    [Fact]
    public async Task A_stopping_server_refuses_new_changes_and_waits_for_running_calls()
    {
        await using var server = await LoopbackServer.StartAsync();
        var end = new TaskCompletionSource<string>();
        using var arrived = new SemaphoreSlim(0);
        server.Answer = ct =>
        {
            arrived.Release();
            return end.Task.WaitAsync(ct);
        };
        using var create = new SigningClient(server.Url) { Operation = "CreateStack" };
        using var describe = new SigningClient(server.Url);
        var running = create.CallAsync(Cancel);
        await arrived.WaitAsync(Cancel);

        var stopping = server.Http.StopAsync();

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
    public async Task A_change_that_outlasts_the_shutdown_limit_is_cancelled()
    {
        await using var server =
            await LoopbackServer.StartAsync(options => options with { ShutdownLimit = TimeSpan.FromMilliseconds(50) });
        var began = new TaskCompletionSource();
        server.Answer = async ct =>
        {
            began.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return "";
        };
        using var create = new SigningClient(server.Url) { Operation = "CreateStack" };
        var running = create.CallAsync(Cancel);
        await began.Task;

        await server.Http.StopAsync();

        (await running).Refuses(503, "ServiceUnavailableException", "cancelled");
    }

    [Fact]
    public async Task Waiting_ends_and_the_server_stops_when_the_token_is_cancelled()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var stop = new CancellationTokenSource();
        var waiting = server.Http.WaitAsync(stop.Token);
        Assert.False(waiting.IsCompleted);

        await stop.CancelAsync();

        await waiting;
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(server.Url, "/healthz"));
    }

    [Fact]
    public async Task A_port_in_use_is_a_usage_error()
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
    public async Task A_call_over_TLS_is_answered_with_the_chain_of_the_certificate(int version)
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
    public async Task A_changed_certificate_is_used_unless_it_cannot_be_read()
    {
        using var certificate = new TestCertificate();
        var firstThumbprint = certificate.Write("one");
        await using var server = await LoopbackServer.StartAsync(options => WithTls(options, certificate));
        Assert.Equal(firstThumbprint, (await ShakeHandsAsync(server.Url)).Thumbprint);

        var secondThumbprint = certificate.Write("two");
        Assert.Equal(secondThumbprint, (await ShakeHandsAsync(server.Url)).Thumbprint);

        certificate.Break();
        Assert.Equal(secondThumbprint, (await ShakeHandsAsync(server.Url)).Thumbprint);
        Assert.StartsWith(
            "Warning The certificate file changed, and the previous certificate stays in use: The file must be PEM with its key",
            Assert.Single(server.Log, IsAboutCertificate), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_certificate_that_is_refused_is_logged_in_one_sentence_and_used_once_its_key_is_mended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        using var certificate = new TestCertificate();
        var firstThumbprint = certificate.Write("one");
        await using var server = await LoopbackServer.StartAsync(options => WithTls(options, certificate));
        var secondThumbprint = certificate.Write("two");
        certificate.SetKeyMode(UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Equal(firstThumbprint, (await ShakeHandsAsync(server.Url)).Thumbprint);

        certificate.SetKeyMode(UnixFileMode.UserRead);
        Assert.Equal(secondThumbprint, (await ShakeHandsAsync(server.Url)).Thumbprint);
        certificate.WriteRsa(1024);
        Assert.Equal(secondThumbprint, (await ShakeHandsAsync(server.Url)).Thumbprint);

        var lines = server.Log.Where(IsAboutCertificate).ToList();
        Assert.Collection(
            lines,
            line => Assert.Contains("stays in use: Every user of this machine", line, StringComparison.Ordinal),
            line => Assert.Contains("stays in use: Its RSA key has 1024 bits", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("Exception", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_PFX_certificate_is_used()
    {
        using var certificate = new TestCertificate();
        var thumbprint = certificate.Write("one");
        await using var server = await LoopbackServer.StartAsync(
            options => options with { Urls = ["https://127.0.0.1:0"], Certificate = certificate.Pfx });

        Assert.Equal(thumbprint, (await ShakeHandsAsync(server.Url)).Thumbprint);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_a_usage_error()
    {
        using var certificate = new TestCertificate();

        var refused = await Assert.ThrowsAsync<UsageException>(
            () => LoopbackServer.StartAsync(options => WithTls(options, certificate)));

        Assert.Equal(
            $"Cannot use the certificate {certificate.File}: {certificate.File} does not exist: name another file with --certificate.",
            refused.Message);
    }

    [Fact]
    public async Task A_key_file_that_does_not_exist_is_named()
    {
        using var certificate = new TestCertificate();
        certificate.Write("one");
        File.Delete(certificate.Key);

        var refused = await Assert.ThrowsAsync<UsageException>(
            () => LoopbackServer.StartAsync(options => WithTls(options, certificate)));

        Assert.Equal(
            $"Cannot use the certificate {certificate.File}: {certificate.Key} does not exist: name another file with --certificate-key.",
            refused.Message);
    }

    [Theory, WholeSuite]
    [InlineData(1024, UnixFileMode.UserRead, "Its RSA key has 1024 bits and must have at least 2048")]
    [InlineData(2048, UnixFileMode.UserRead | UnixFileMode.OtherRead, "Every user of this machine can read the private key")]
    [InlineData(2048, UnixFileMode.UserRead | UnixFileMode.OtherWrite, "Every user of this machine can write the private key")]
    public async Task A_certificate_with_a_weak_or_open_key_is_refused(int bits, UnixFileMode mode, string message)
    {
        using var certificate = new TestCertificate();
        certificate.WriteRsa(bits);
        certificate.SetKeyMode(mode);

        var refused = await Assert.ThrowsAsync<UsageException>(
            () => LoopbackServer.StartAsync(options => WithTls(options, certificate)));

        Assert.StartsWith(
            $"Cannot use the certificate {certificate.File}: {message}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("PEM", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_beside_a_PFX_certificate_is_refused()
    {
        using var certificate = new TestCertificate();
        certificate.Write("one");

        await RequireRefusedAsync(
            certificate.Pfx, certificate.Key, "It is a PFX file, which holds its own key: leave --certificate-key out.");
    }

    [Fact]
    public async Task A_PFX_certificate_that_every_user_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        using var certificate = new TestCertificate();
        certificate.Write("one");
        certificate.SetKeyMode(UnixFileMode.UserRead | UnixFileMode.OtherRead);

        await RequireRefusedAsync(
            certificate.Pfx, null,
            $"Every user of this machine can read the private key in {certificate.Pfx}: chmod o-rw {certificate.Pfx}.");
    }

    [Fact]
    public async Task A_certificate_that_holds_its_key_too_and_that_every_user_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        using var certificate = new TestCertificate();
        certificate.Write("one");
        await File.AppendAllTextAsync(certificate.File, await File.ReadAllTextAsync(certificate.Key, Cancel), Cancel);
        LocalShell.Run("chmod", "404", certificate.File);

        await RequireRefusedAsync(
            certificate.File, certificate.Key,
            $"Every user of this machine can read the private key in {certificate.File}: chmod o-rw {certificate.File}.");
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_certificate_or_its_key_is_refused()
    {
        using var certificate = new TestCertificate();
        certificate.Write("one");
        var folder = Path.GetDirectoryName(certificate.File)!;

        await RequireRefusedAsync(folder, null, $"{folder} is a folder: name a file with --certificate.");
        await RequireRefusedAsync(
            certificate.File, folder, $"{folder} is a folder: name a file with --certificate-key.");
    }

    [Fact]
    public async Task A_certificate_with_a_key_of_an_algorithm_that_the_machine_cannot_use_is_refused_with_its_name()
    {
        using var certificate = new TestCertificate();
        certificate.Write("one");
        foreach (var (id, name) in UnusualCertificates.Algorithms)
        {
            await File.WriteAllTextAsync(certificate.File, UnusualCertificates.Pem(id), Cancel);

            await RequireRefusedAsync(
                certificate.File, certificate.Key,
                $"Its key has the algorithm {name}, which this machine cannot use: make a certificate with an RSA or ECDSA key.");
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}", "http://127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:{0}", "http://localhost:{0}")]
    [InlineData("http://*:{0}", "http://127.0.0.1:{0}")]
    public async Task Two_URLs_with_the_same_address_and_port_are_refused(string one, string other)
    {
        var port = FreePort.Find();
        var urls = new[] { one, other }.Select(url => string.Format(CultureInfo.InvariantCulture, url, port)).ToList();

        var refused = await Assert.ThrowsAsync<UsageException>(() => LoopbackServer.StartAsync(
            options => options with { Urls = urls, AllowPlainHttpBeyondLoopback = true }));

        Assert.Equal(
            $"Cannot listen on {urls[1]}: another URL of --urls has the same address and port. Name each address once.",
            refused.Message);
    }

    [Theory]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, true)]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, false)]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, false)]
    public async Task TLS_1_2_is_accepted_with_authenticated_encryption_only(TlsCipherSuite suite, bool accepted)
    {
        using var certificate = new TestCertificate();
        certificate.Write("one");
        await using var server = await LoopbackServer.StartAsync(options => WithTls(options, certificate));
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", new Uri(server.Url).Port, Cancel);
        await using var tls = new SslStream(connection.GetStream());

        var failure = await Record.ExceptionAsync(() => tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "one",
                EnabledSslProtocols = SslProtocols.Tls12,
                CipherSuitesPolicy = OperatingSystem.IsWindows() ? null : new([suite]),
                RemoteCertificateValidationCallback = (_, sent, _, _) => sent is not null,
            },
            Cancel));

        Assert.Equal(accepted, failure is null);
    }

    private static bool IsAboutCertificate(string line) =>
        line.StartsWith("Warning The certificate file changed", StringComparison.Ordinal);

    private static async Task RequireRefusedAsync(string file, string? keyFile, string message)
    {
        var refused = await Assert.ThrowsAsync<UsageException>(() => LoopbackServer.StartAsync(
            options => options with { Urls = ["https://127.0.0.1:0"], Certificate = file, CertificateKey = keyFile }));

        Assert.Equal($"Cannot use the certificate {file}: {message}", refused.Message);
    }

    private static HttpOptions WithTls(HttpOptions options, TestCertificate certificate) =>
        options with
        {
            Urls = ["https://127.0.0.1:0"],
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
            chain = [.. sent!.ChainPolicy.ExtraStore.Select(certificate => certificate.Subject)];
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
