using System.Net;
using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh;

public sealed class SshConnectorTests(SshServer server) : IClassFixture<SshServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_connection_is_an_error_that_names_host_and_port()
    {
        var port = FreePort.Find();
        var error = await server.FailAsync(server.Options with { Port = port });
        Assert.Equal(ConnectionFailure.Unreachable, error.Failure);
        Assert.Contains($"127.0.0.1:{port}", error.Message);
    }

    [Fact]
    public async Task A_host_name_that_cannot_be_resolved_is_an_error_that_names_it()
    {
        var error = await server.FailAsync(server.Options, new Target("no-such-host.invalid"));
        Assert.Equal(ConnectionFailure.UnknownHost, error.Failure);
        Assert.Contains("no-such-host.invalid", error.Message);
    }

    [Fact, WholeSuite]
    public async Task A_server_that_never_sends_its_banner_is_an_error_after_the_connect_timeout()
    {
        using var silentServer = new TcpListener(IPAddress.Loopback, 0);
        silentServer.Start();
        var options = server.Options with
        {
            Port = ((IPEndPoint)silentServer.LocalEndpoint).Port,
            ConnectTimeout = TimeSpan.FromMilliseconds(300),
        };
        Assert.Equal(ConnectionFailure.TimedOut, (await server.FailAsync(options)).Failure);
    }

    [Fact]
    public async Task Cancelling_a_login_throws_a_cancellation_and_not_a_connection_error()
    {
        server.SkipIfMissing();
        using var silentServer = new TcpListener(IPAddress.Loopback, 0);
        silentServer.Start();
        using var cancel = new CancellationTokenSource();
        var options = server.Options with { Port = ((IPEndPoint)silentServer.LocalEndpoint).Port };
        var login = SshConnector.ConnectAsync(server.Target, options, cancel.Token);
        using var accepted = await silentServer.AcceptTcpClientAsync(Ct);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => login);
    }

    [Fact]
    public async Task A_host_name_with_several_addresses_is_reached_at_whichever_answers()
    {
        server.SkipIfMissing();
        var config = server.PathOf("alias-config");
        await File.WriteAllTextAsync(config, $"HostKeyAlias [127.0.0.1]:{server.Port}\n", Ct);
        await using var connection =
            await SshConnector.ConnectAsync(new Target("localhost"), server.Options with { ConfigFile = config }, Ct);
        Assert.Equal(1, (await connection.RunAsync("exit 1")).Exit);
    }

    [Fact, WholeSuite]
    public async Task The_default_post_quantum_key_exchange_connects()
    {
        await using var connection =
            await server.ConnectAsync(server.Options with { KeyExchange = KeyExchange.Default });
        Assert.Equal("yes\n", (await connection.RunAsync("echo yes")).Output);
    }

    [Fact, WholeSuite]
    public async Task A_connection_through_two_jump_hosts_checks_the_host_key_of_each_hop()
    {
        server.SkipIfMissing();
        await using var lastServer = new SshServer();
        await lastServer.InitializeAsync();
        File.Copy(server.PathOf("authorized_keys"), lastServer.PathOf("authorized_keys"), overwrite: true);
        await WriteConfigAsync(lastServer.Port);
        var options = server.Options with { Port = null, ConfigFile = server.PathOf("jump-config") };

        var error = await server.FailAsync(options, new Target("target"));
        Assert.Contains($"[127.0.0.1]:{lastServer.Port}", error.Message);
        Assert.Equal(ConnectionFailure.HostKey, error.Failure);

        await File.AppendAllTextAsync(options.KnownHosts!, $"[127.0.0.1]:{lastServer.Port} {lastServer.PublicKey("host")}\n", Ct);
        await using var connection = await SshConnector.ConnectAsync(new Target("target"), options, Ct);
        Assert.Equal((0, "far\n", ""), await connection.RunAsync("cat", "far\n"));
    }

    private Task WriteConfigAsync(int farPort) => File.WriteAllTextAsync(server.PathOf("jump-config"), $"""
        Host target
            HostName 127.0.0.1
            Port {farPort}
            ProxyJump first,second
        Host first second
            HostName 127.0.0.1
            Port {server.Port}
        """, Ct);
}
