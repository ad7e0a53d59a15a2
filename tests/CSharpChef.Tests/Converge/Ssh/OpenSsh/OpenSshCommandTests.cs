using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.OpenSsh;
using CSharpChef.Converge.Targets;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Ssh.OpenSsh;

/// <summary>How ssh is called. A script replaces it, which writes its arguments down and refuses the login.</summary>
public sealed class OpenSshCommandTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-ssh-script-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Host web\nGSSAPIAuthentication yes\nUser deploy\nPort 2222\nHostName 192.0.2.1")]
    [InlineData("Host web\nIdentityFile ~/token\nUser deploy\nPort 2222\nHostName 192.0.2.1")]
    public async Task Settings_for_GSSAPI_and_security_keys_call_ssh_with_the_alias_alone(string config)
    {
        await File.WriteAllTextAsync(PathOf("token.pub"), "sk-ssh-ed25519@openssh.com AAAA me", Ct);
        await File.WriteAllTextAsync(PathOf("token"), "", Ct);

        var calls = await CallsAsync(config, new Target("web"));

        Assert.Equal(2, calls.Length);
        Assert.All(calls, call => Assert.EndsWith(" -- web", call));
        Assert.All(calls, call => Assert.DoesNotMatch("(^| )(-l|-p|-i) |deploy|2222|192.0.2.1|HostName|User=|Port=", call));
    }

    [Fact]
    public async Task What_the_user_gives_on_the_command_line_is_passed_on()
    {
        var calls = await CallsAsync(
            "ProxyCommand nc %h %p",
            new Target("web") { User = "ann", Port = 2200 },
            options => options with
            {
                Identity = PathOf("config"),
                KnownHosts = "/keys/hosts",
                HostKeyCheck = HostKeyCheck.AcceptNew,
                ConnectTimeout = TimeSpan.FromSeconds(7),
            });

        Assert.All(calls, call => Assert.Contains(
            $"-F {PathOf("config")} -l ann -p 2200 -i {PathOf("config")} -o UserKnownHostsFile=\"/keys/hosts\" ", call));
        Assert.Contains("-o ConnectTimeout=7 ", calls[1]);
        Assert.Contains("-o StrictHostKeyChecking=accept-new ", calls[1]);
    }

    [Fact]
    public void The_command_to_try_by_hand_has_what_the_user_gives_on_the_command_line_in_quotes_where_needed()
    {
        var options = Options with { ConfigFile = "/my files/config", Identity = "/keys/id", KnownHosts = "/keys/hosts" };
        var route = new SshRoute(new Target("web") { User = "ann", Port = 2200 }, options);

        Assert.Equal(
            "ssh -F '/my files/config' -l ann -p 2200 -i /keys/id -o 'UserKnownHostsFile=\"/keys/hosts\"' "
            + "-o 'GlobalKnownHostsFile=none' web",
            route.ByHand);
    }

    [Fact]
    public async Task A_refused_login_is_an_error_with_the_words_of_ssh_and_a_command_to_try()
    {
        await WriteAsync("ProxyCommand nc %h %p");
        var route = new SshRoute(new Target("web"), Options);

        var error = await Assert.ThrowsAsync<ConnectionException>(() => route.ConnectAsync(Ct));

        Assert.Equal((ConnectionFailure.Authentication, 4), (error.Failure, error.ExitCode));
        Assert.Contains("ssh could not log in to me@192.0.2.1:22:\n  me: Permission denied (publickey).", error.Message);
        Assert.Contains($"Try it by hand: ssh -F {PathOf("config")} web", error.Message);
    }

    [WholeSuite, Theory]
    [InlineData("/nonexistent %h %p", "/nonexistent")]
    [InlineData("sh -c 'echo the tunnel is closed >&2; exit 3'", "the tunnel is closed")]
    public async Task A_proxy_command_that_fails_is_an_error_with_its_words(string command, string words)
    {
        Assert.SkipWhen(OpenSshProgram.Find() is null, "there is no ssh here");
        await WriteAsync($"Host web\nHostName 127.0.0.1\nProxyCommand {command}");
        var route = new SshRoute(new Target("web"), Options with { Program = OpenSshProgram.Find() });

        var error = await Assert.ThrowsAsync<ConnectionException>(() => route.ConnectAsync(Ct));

        Assert.Contains(words, error.Message);
        Assert.DoesNotContain("debug1", error.Message);
        Assert.DoesNotContain("UNKNOWN", error.Message);
    }

    [Fact]
    public async Task A_named_key_file_that_does_not_exist_is_an_error()
    {
        await WriteAsync("ProxyCommand nc %h %p");
        var route = new SshRoute(new Target("web"), Options with { Identity = "/nonexistent" });

        var error = await Assert.ThrowsAsync<ConnectionException>(() => route.ConnectAsync(Ct));

        Assert.Contains("The key file /nonexistent does not exist", error.Message);
    }

    [Fact]
    public async Task Settings_that_ssh_refuses_are_a_usage_error_with_its_words()
    {
        await WriteAsync("ProxyCommand nc %h %p", "echo 'config line 1: Bad configuration option: prot' >&2; exit 255");

        var error = await Assert.ThrowsAsync<UsageException>(
            () => new SshRoute(new Target("web"), Options).EndAsync(Ct));

        Assert.Contains("Bad configuration option: prot", error.Message);
    }

    [Theory]
    [InlineData("Host key verification failed.", "HostKey")]
    [InlineData("@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.", "HostKey")]
    [InlineData("me@web: Permission denied (publickey).", "Authentication")]
    [InlineData("ssh: Could not resolve hostname web: Name or service not known", "UnknownHost")]
    [InlineData("ssh: connect to host web port 22: Connection timed out", "TimedOut")]
    [InlineData("ssh: connect to host web port 22: Connection refused", "Unreachable")]
    [InlineData("kex_exchange_identification: read: Connection reset by peer", "Dropped")]
    [InlineData("something new", "Unreachable")]
    public void The_words_of_ssh_tell_the_kind_of_its_failure(string words, string failure) => Assert.Equal(
        failure, OpenSshFailure.Explain(OpenSshSettings.Parse(""), words, "ssh web").Failure.ToString());

    [Fact]
    public void A_changed_host_key_is_reported_with_its_fingerprint_line_and_command_and_without_the_banner_of_ssh()
    {
        const string Words = """
            @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
            @    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
            @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
            IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!
            Someone could be eavesdropping on you right now (man-in-the-middle attack)!
            It is also possible that a host key has just been changed.
            The fingerprint for the ED25519 key sent by the remote host is
            SHA256:abc.
            Please contact your system administrator.
            Add correct host key in /home/me/.ssh/known_hosts to get rid of this message.
            Offending ED25519 key in /home/me/.ssh/known_hosts:7
              remove with:
              ssh-keygen -f '/home/me/.ssh/known_hosts' -R 'web'
            Host key for web has changed and you have requested strict checking.
            Host key verification failed.
            """;

        var message = OpenSshFailure.Explain(OpenSshSettings.Parse(""), Words, "ssh web").Message;

        Assert.Contains(
            "SHA256:abc.\n  Offending ED25519 key in /home/me/.ssh/known_hosts:7\n  remove with:\n"
            + "  ssh-keygen -f '/home/me/.ssh/known_hosts' -R 'web'\nThe host key has changed: the connection may be intercepted.",
            message);
        Assert.DoesNotContain("NASTY", message);
    }

    private SshOptions Options => new()
    {
        ConfigFile = PathOf("config"),
        Account = new LocalAccount(folder, "me", AgentSocket: null),
        Program = PathOf("ssh"),
    };

    private string PathOf(string name) => Path.Combine(folder, name);

    private async Task<string[]> CallsAsync(
        string config, Target target, Func<SshOptions, SshOptions>? change = null)
    {
        await WriteAsync(config);
        var route = new SshRoute(target, change?.Invoke(Options) ?? Options);
        await Assert.ThrowsAsync<ConnectionException>(() => route.ConnectAsync(Ct));
        return await File.ReadAllLinesAsync(PathOf("calls"), Ct);
    }

    private async Task WriteAsync(string config, string script = "")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "the script needs a POSIX shell");
        await File.WriteAllTextAsync(PathOf("config"), config + "\n", Ct);
        await File.WriteAllTextAsync(PathOf("ssh"), $"""
            #!/bin/sh
            echo "$*" >>{PathOf("calls")}
            {script}
            case "$*" in
                *' -G '*) printf 'user me\nhostname 192.0.2.1\nport 22\n' ;;
                *) echo 'me: Permission denied (publickey).' >&2; exit 255 ;;
            esac

            """, Ct);
        await SshServer.RunAsync("chmod", "755", PathOf("ssh"));
    }
}
