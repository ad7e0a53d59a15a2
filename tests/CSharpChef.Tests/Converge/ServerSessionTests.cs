using System.Net.Sockets;
using CSharpChef.Converge;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge;

/// <summary>Tests of the logins of a server, which gives keys as values.</summary>
public sealed class ServerSessionTests : IAsyncLifetime
{
    private static readonly string bootId = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    private readonly SshServer server = new() { ExtraConfig = "LogLevel DEBUG1" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        server.SkipIfMissing();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_login_with_the_given_keys_returns_the_boot_id()
    {
        Assert.Equal(bootId, await ServerSession.TryLoginAsync(Host(), Ct));

        Assert.Contains("userauth-request", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_reads_nothing_of_the_account_of_the_server()
    {
        using var agent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        agent.Bind(new UnixDomainSocketEndPoint(server.PathOf("agent")));
        agent.Listen();
        var home = Directory.CreateDirectory(server.PathOf("hostile/.ssh")).FullName;
        var known = $"@revoked * {server.PublicKey("host")}\n";
        await File.WriteAllTextAsync(
            Path.Combine(home, "config"), "Host *\nHostName 192.0.2.1\nProxyCommand false\nUser nobody\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(home, "known_hosts"), known, Ct);
        var account = new LocalAccount(server.PathOf("hostile"), "nobody", server.PathOf("agent"));
        var host = Host();

        await using var connection =
            await new SshRoute(host.Target, host.Ssh with { Account = account }).ConnectAsync(Ct);

        Assert.Equal((0, "in\n", ""), await connection.RunAsync("echo in"));
        Assert.False(agent.Poll(0, SelectMode.SelectRead));
        Assert.Equal(known, await File.ReadAllTextAsync(Path.Combine(home, "known_hosts"), Ct));
        Assert.Equal(["config", "known_hosts"], Directory.GetFiles(home).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_machine_with_another_host_key_is_refused_before_any_login()
    {
        await server.CreateKeyAsync("other");

        var error = await FailAsync(Host([server.PublicKey("other")]));

        Assert.Equal(ConnectionFailure.HostKey, error.Failure);
        Assert.Contains(Fingerprint("host"), error.Message, StringComparison.Ordinal);
        Assert.Contains(Fingerprint("other"), error.Message, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => server.Log.Contains("[preauth]", StringComparison.Ordinal));
        Assert.DoesNotContain("userauth-request", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_expected_host_keys_is_not_connected_to()
    {
        // Nothing listens there: a connection would be another failure.
        var error = await FailAsync(Host([]) with { Port = FreePort.Find() });

        Assert.Equal(ConnectionFailure.HostKey, error.Failure);
        Assert.Contains("No host key is known", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==")]
    [InlineData("@revoked ssh-ed25519 AAAA")]
    public async Task An_expected_host_key_that_is_not_a_public_key_is_refused_with_its_number(string line)
    {
        var error = await FailAsync(Host([server.PublicKey("host"), line]));

        Assert.Equal(ConnectionFailure.HostKey, error.Failure);
        Assert.Contains("host key 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_may_present_any_of_the_expected_keys_also_after_it_has_got_another_one()
    {
        await server.CreateKeyAsync("next", "ecdsa");
        string[] both = [server.PublicKey("next") + " root@web1", server.PublicKey("host")];
        Assert.Equal(bootId, await ServerSession.TryLoginAsync(Host(both), Ct));

        File.Copy(server.PathOf("next"), server.PathOf("host"), overwrite: true);
        await server.RestartAsync();

        Assert.Equal(bootId, await ServerSession.TryLoginAsync(Host(both), Ct));
        Assert.Equal(ConnectionFailure.HostKey, (await FailAsync(Host([both[1]]))).Failure);
    }

    [Fact]
    public async Task A_login_with_a_key_that_the_machine_does_not_know_is_refused_and_says_what_to_add()
    {
        var key = await File.ReadAllTextAsync(await server.CreateKeyAsync("stranger"), Ct);

        var error = await FailAsync(Host() with { Keys = new(key, [server.PublicKey("host")]) });

        Assert.Equal(ConnectionFailure.Authentication, error.Failure);
        Assert.Contains("public key of the stack", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_not_a_private_key_is_refused_without_showing_it()
    {
        var error = await FailAsync(Host() with { Keys = new("not a key", [server.PublicKey("host")]) });

        Assert.Equal(ConnectionFailure.Authentication, error.Failure);
        Assert.DoesNotContain("not a key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_whose_sudo_refuses_fails_with_the_failure_of_sudo()
    {
        await server.AddProgramAsync("sudo", "echo 'sudo: a password is required' >&2; exit 1");

        var error = await FailAsync(Host() with { UsesSudo = true });

        Assert.Equal(ConnectionFailure.Sudo, error.Failure);
    }

    [Fact]
    public async Task A_machine_that_does_not_listen_is_unreachable() =>
        Assert.Equal(
            ConnectionFailure.Unreachable, (await FailAsync(Host() with { Port = FreePort.Find() })).Failure);

    [Fact]
    public async Task A_machine_called_local_is_reached_over_ssh_and_is_not_this_one()
    {
        var result = await ServerSession.RunAsync(Host() with { Name = "local" }, "echo $SSH_CONNECTION", Ct);

        Assert.StartsWith("127.0.0.1 ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_a_host_does_not_show_its_private_key() =>
        Assert.DoesNotContain(
            (await File.ReadAllLinesAsync(server.PathOf(".ssh/id_ed25519"), Ct))[1], $"{Host()} {Host().Ssh}",
            StringComparison.Ordinal);

    private static async Task<ConnectionException> FailAsync(ServerHost host) =>
        await Assert.ThrowsAsync<ConnectionException>(() => ServerSession.TryLoginAsync(host, Ct));

    private string Fingerprint(string key) =>
        KeyFingerprint.Of(Convert.FromBase64String(server.PublicKey(key).Split(' ')[1]));

    private ServerHost Host(IReadOnlyList<string>? hostKeys = null) => new(
        "web1", "127.0.0.1", server.Port,
        new GivenKeys(File.ReadAllText(server.PathOf(".ssh/id_ed25519")), hostKeys ?? [server.PublicKey("host")]))
    {
        User = Environment.UserName,
        UsesSudo = false,
    };
}
