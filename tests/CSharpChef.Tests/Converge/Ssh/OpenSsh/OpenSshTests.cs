using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.OpenSsh;
using CSharpChef.Converge.Sudo;
using CSharpChef.Converge.Targets;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh.OpenSsh;

/// <summary>Connections by the ssh of this machine to a real sshd, with settings that only ssh honours.</summary>
[WholeSuite]
public sealed class OpenSshTests : IAsyncLifetime
{
    private readonly SshServer server = new()
    {
        ExtraConfig = "HostCertificate FOLDER/host-cert.pub\nTrustedUserCAKeys FOLDER/authority.pub",
    };

    private readonly List<string> details = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_ProxyCommand_is_used_and_told()
    {
        var log = server.PathOf("used");
        await using var connection = await ConnectAsync($"""
            Host web
                HostName 192.0.2.1
                ProxyCommand sh -c 'echo %h >>{log}; exec ssh -F {server.PathOf("gate-config")} -W 127.0.0.1:{server.Port} gate'
                HostKeyAlias [127.0.0.1]:{server.Port}
            """);

        Assert.Equal((0, "there\n", ""), await connection.RunAsync("echo there"));
        Assert.Equal("192.0.2.1\n", await File.ReadAllTextAsync(log, Ct));
        Assert.Contains(details, text => text.EndsWith("config:3: ProxyCommand", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("exec \"test -e {0}/vpn\"")]
    [InlineData("localuser {1}")]
    [InlineData("final originalhost web")]
    public async Task A_Match_line_decides_where_a_host_is(string criterion)
    {
        server.SkipIfMissing();
        await File.WriteAllTextAsync(server.PathOf("vpn"), "", Ct);
        await using var connection = await ConnectAsync($"""
            Match {string.Format(criterion, server.Folder, Environment.UserName)}
                Port {server.Port}
            Host web
                HostName 127.0.0.1
            """);

        Assert.Equal("there\n", (await connection.RunAsync("echo there")).Output);
    }

    [Fact]
    public async Task A_host_certificate_of_a_known_authority_is_trusted()
    {
        server.SkipIfMissing();
        await server.CreateKeyAsync("host-authority");
        await SshServer.RunAsync(
            "ssh-keygen", "-q", "-s", server.PathOf("host-authority"), "-I", "web", "-h", "-n", "127.0.0.1",
            server.PathOf("host.pub"));
        await server.RestartAsync();
        var known = server.PathOf("known_authority");
        await File.WriteAllTextAsync(known, $"@cert-authority * {server.PublicKey("host-authority")}\n", Ct);

        await using var connection =
            await server.ConnectWithOpenSshAsync(server.OpenSshOptions with { KnownHosts = known });

        Assert.Equal("there\n", (await connection.RunAsync("echo there")).Output);
    }

    [Fact]
    public async Task A_certificate_of_the_user_logs_in_where_the_key_is_not_authorized()
    {
        server.SkipIfMissing();
        await server.CreateKeyAsync("authority");
        await server.CreateKeyAsync("signed");
        await SshServer.RunAsync(
            "ssh-keygen", "-q", "-s", server.PathOf("authority"), "-I", "me", "-n", Environment.UserName,
            server.PathOf("signed.pub"));
        await server.RestartAsync();

        await using var connection = await ConnectAsync($"""
            Host web
                HostName 127.0.0.1
                Port {server.Port}
                IdentityFile {server.PathOf("signed")}
                IdentitiesOnly yes
            """, key: false);

        Assert.Equal("there\n", (await connection.RunAsync("echo there")).Output);
        Assert.Contains(details, text => text.Contains("the certificate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_ControlMaster_is_used()
    {
        server.SkipIfMissing();
        var config = await WriteAsync($"""
            Host web
                HostName 127.0.0.1
                Port {server.Port}
                ControlPath {server.PathOf("control")}
            """);
        await SshServer.RunAsync(
            "ssh", "-F", config, "-i", server.PathOf(".ssh/id_ed25519"), "-fNM", "-o", "ControlPersist=60",
            "-o", $"UserKnownHostsFile={server.PathOf("known_hosts")}", "web");
        File.Delete(server.PathOf("authorized_keys"));

        await using var connection = await ConnectAsync(Options(config) with { Transport = Transport.OpenSsh });

        Assert.Equal("there\n", (await connection.RunAsync("echo there")).Output);
        Assert.Contains($"web: uses the open ControlMaster at {server.PathOf("control")}", details);
        await connection.DisposeAsync();
        Assert.True(File.Exists(server.PathOf("control")));
    }

    [Fact]
    public async Task A_key_of_a_PKCS11_token_logs_in()
    {
        const string module = "/usr/lib/softhsm/libsofthsm2.so";
        server.SkipIfMissing();
        Assert.SkipUnless(File.Exists(module) && LocalShell.Has("softhsm2-util"), "softhsm2 is not installed");
        await CreateTokenAsync();
        var config = await WriteAsync($"""
            Host web
                HostName 127.0.0.1
                Port {server.Port}
                PKCS11Provider {module}
                IdentityFile none
            """);
        await server.AddProgramAsync("ssh", $"""
            export SOFTHSM2_CONF={server.PathOf("softhsm.conf")} SSH_ASKPASS={server.PathOf("bin/pin")} SSH_ASKPASS_REQUIRE=force
            exec /usr/bin/ssh "$@"
            """);

        await using var connection = await ConnectAsync(
            Options(config) with { Identity = null, Program = server.PathOf("bin/ssh") });

        Assert.Equal("there\n", (await connection.RunAsync("echo there")).Output);
        Assert.Contains(details, text => text.EndsWith("PKCS11Provider", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_allows_one_session_runs_a_second_command_over_another_login()
    {
        await using var strict = new SshServer { ExtraConfig = "MaxSessions 1" };
        await strict.InitializeAsync();
        await using var connection = await strict.ConnectWithOpenSshAsync();
        await using var first = await connection.ExecAsync("cat", Ct);

        Assert.Equal("beside\n", (await connection.RunAsync("echo beside")).Output);
        Assert.Equal("first\n", (await first.FinishAsync("first\n")).Output);
    }

    [Fact]
    public async Task A_lost_connection_leaves_a_command_without_an_exit_code_and_a_new_one_is_made()
    {
        server.SkipIfMissing();
        var route = new SshRoute(server.Target, server.OpenSshOptions);
        await using var host = new HostConnection(server.Target, route, Ct);
        var open = await host.GetAsync(Ct);
        await using var process = await open.ExecAsync("echo begun; cat", Ct);
        Assert.Equal("begun", await new StreamReader(process.Output).ReadLineAsync(Ct));

        await server.SignalSessionsAsync("KILL");

        Assert.Null(await process.Exit);
        await host.ResetAsync();
        Assert.Equal("again\n", (await (await host.GetAsync(Ct)).RunAsync("echo again")).Output);
    }

    [Fact]
    public async Task Programs_and_commands_run_as_over_the_built_in_client()
    {
        await using var connection = await server.ConnectWithOpenSshAsync();

        var result = await RemoteCommand.RunAsync(
            new RemoteShell(connection, Elevation.LoginUser, TimeProvider.System, "ssh web1"), Elevation.LoginUser,
            "echo out; echo err >&2; exit 7", 1000, Ct);

        Assert.Equal(("out\n", "err\n", 7), (result.Output, result.Error, result.ExitCode));
    }

    [Fact]
    public async Task A_closed_connection_leaves_no_process_and_no_file()
    {
        var connection = await server.ConnectWithOpenSshAsync();
        var folder = Path.GetDirectoryName(Assert.IsType<OpenSshConnection>(connection).Socket)!;
        Assert.True(Directory.Exists(folder));

        await connection.DisposeAsync();

        Assert.False(Directory.Exists(folder));
        await Eventually.TrueAsync(async () => await SshServer.RunAsync("pgrep", "-f", folder) == "");
    }

    private Task<string> WriteAsync(string config) => WriteAsync("config", config);

    private async Task<string> WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(server.PathOf(name), text + "\n", Ct);
        return server.PathOf(name);
    }

    private SshOptions Options(string config) => server.OpenSshOptions with
    {
        Port = null,
        ConfigFile = config,
        Transport = Transport.Auto,
        OnDetail = (host, text) => details.Add($"{host}: {text}"),
    };

    private async Task<IConnection> ConnectAsync(string config, bool key = true)
    {
        server.SkipIfMissing();
        await WriteAsync("gate-config", $"""
            Host gate
                HostName 127.0.0.1
                Port {server.Port}
                IdentityFile {server.PathOf(".ssh/id_ed25519")}
                UserKnownHostsFile {server.PathOf("known_hosts")}
            """);
        var options = Options(await WriteAsync(config));
        return await ConnectAsync(key ? options : options with { Identity = null });
    }

    /// <summary>Makes a token in software that holds an authorized key, and a program that types its PIN.</summary>
    private async Task CreateTokenAsync()
    {
        Directory.CreateDirectory(server.PathOf("tokens"));
        await WriteAsync("softhsm.conf", $"directories.tokendir = {server.PathOf("tokens")}");
        await server.AddProgramAsync("pin", "echo 1234");
        await SshServer.RunAsync(
            "ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-m", "PKCS8", "-N", "", "-f", server.PathOf("token"));
        File.Delete(server.PathOf("authorized_keys"));
        server.Authorize("token");
        string[] environment = ["env", $"SOFTHSM2_CONF={server.PathOf("softhsm.conf")}", "softhsm2-util"];
        string[] pins = ["--pin", "1234", "--so-pin", "1234"];
        await RunAsync([.. environment, "--init-token", "--free", "--label", "test", .. pins]);
        await RunAsync([.. environment, "--import", server.PathOf("token"),
            "--token", "test", "--label", "key", "--id", "01", .. pins]);
    }

    private static Task<string> RunAsync(string[] command) => SshServer.RunAsync(command[0], command[1..]);

    private Task<IConnection> ConnectAsync(SshOptions options) =>
        server.ConnectWithOpenSshAsync(options, new Target("web"));
}
