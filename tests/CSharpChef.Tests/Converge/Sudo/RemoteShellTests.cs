using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Sudo;

/// <summary>Remote shells with and without sudo. A script with the same options replaces sudo.</summary>
public sealed class RemoteShellTests(SshServer server) : IClassFixture<SshServer>
{
    private const string Ssh = "ssh -p 22 ann@web1";
    private static readonly Elevation.Sudo password = new("open sesame");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_elevation_a_program_runs_as_the_login_user_with_its_arguments()
    {
        await using var connection = await server.ConnectAsync();
        await using var process = await StartAsync(connection, Elevation.LoginUser, "echo \"$1 $2\"; exit 7", "'two words'");
        Assert.Equal((7, "t0k3n reading\nt0k3n two words\n", ""), await process.FinishAsync());
    }

    [Fact]
    public async Task Sudo_without_a_password_costs_one_round_trip()
    {
        await WriteSudoAsync("shift 2; exec \"$@\"");
        await using var connection = await server.ConnectAsync();
        await using var process = await StartAsync(connection, new Elevation.Sudo(), "echo root $1 $2; exit", "y");
        Assert.Equal((0, "t0k3n reading\nroot t0k3n y\n", ""), await process.FinishAsync());
        Assert.Equal(1, connection.RoundTrips);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Sudo_gets_the_password_if_it_asks_and_the_program_never_reads_it(bool asks)
    {
        await WriteSudoAsync(asks
            ? "printf 'We trust you.\\n%s' \"$5\" >&2; read -r p; [ \"$p\" = 'open sesame' ] || exit 1; shift 5; exec \"$@\""
            : "shift 5; exec \"$@\"");
        await using var connection = await server.ConnectAsync();
        await using var process = await StartAsync(
            connection, password, "echo \"root $2 $3\"; echo oops >&2; exit 5", "'x  y' z");
        Assert.Equal((5, "t0k3n reading\nroot x  y z\n", "oops\n"), await process.FinishAsync());
    }

    [Theory]
    [InlineData("", "", "it printed nothing")]
    [InlineData("Enter your VPN token: ", "", "it printed:\n  Enter your VPN token:")]
    [InlineData("secret line\n", "motd\n", "it printed:\n  motd\nA start file")]
    public async Task A_machine_that_accepts_a_program_and_does_not_answer_is_an_error_after_30_seconds(
        string output, string errors, string printed)
    {
        var (clock, machine) = (new FakeClock(), new SilentConnection(output, errors));
        var start = new RemoteShell(machine, Elevation.LoginUser, clock, Ssh).StartAsync("secret line\n", "t0k3n", "", Ct);
        await machine.AwaitedAsync();

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(start.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<ConnectionException>(() => start);
        Assert.Equal((ConnectionFailure.NoAnswer, 4), (error.Failure, error.ExitCode));
        Assert.Contains("accepted the program and gave no answer within 30 s", error.Message);
        Assert.Contains(printed, error.Message);
        Assert.DoesNotContain("secret line", error.Message);
        Assert.DoesNotContain("sudo", error.Message);
        Assert.EndsWith("Try it by hand: ssh -p 22 ann@web1 'exec /bin/sh -s'", error.Message);
    }

    [Fact]
    public async Task A_sudo_that_asks_nothing_and_starts_nothing_is_an_error_after_30_seconds()
    {
        var (clock, machine) = (new FakeClock(), new SilentConnection("", "Verification code: "));
        var start = new RemoteShell(machine, password, clock, Ssh).StartAsync("exit\n", "t0k3n", "", Ct);
        await machine.AwaitedAsync();

        clock.Advance(FirstAnswer.Limit);

        var error = await Assert.ThrowsAsync<ConnectionException>(() => start);
        Assert.Contains("gave no answer within 30 s; it printed:\n  Verification code:", error.Message);
        Assert.Contains("and sudo must not ask a second question", error.Message);
        Assert.Equal("", machine.Sent);
    }

    [Fact]
    public async Task A_second_question_of_sudo_is_an_error_that_does_not_show_the_password()
    {
        var clock = new FakeClock();
        await WriteSudoAsync(
            "printf %s \"$5\" >&2; read -r p; printf '%s Code: ' \"$p\" >&2; : >\"$HOME/asked\"; read -r q; exit 1");
        await using var connection = await server.ConnectAsync();
        var start = new RemoteShell(connection, password, clock, Ssh).StartAsync("exit\n", "t0k3n", "", Ct);

        await Eventually.TrueAsync(() => File.Exists(server.PathOf("asked")));
        clock.Advance(FirstAnswer.Limit);

        var error = await Assert.ThrowsAsync<ConnectionException>(() => start);
        Assert.Equal(ConnectionFailure.NoAnswer, error.Failure);
        Assert.DoesNotContain("csharpchef-password", error.Message);
        Assert.DoesNotContain("sesame", error.Message);
    }

    [Fact]
    public async Task A_program_that_has_begun_may_be_silent_for_any_time()
    {
        var (clock, machine) = (new FakeClock(), new SilentConnection("motd\nt0k3n reading\nt0k3n hello\n", ""));

        await using var process =
            await new RemoteShell(machine, Elevation.LoginUser, clock, Ssh).StartAsync("exit\n", "t0k3n", "", Ct);
        clock.Advance(TimeSpan.FromHours(1));

        var lines = new StreamReader(process.Output);
        Assert.Equal("t0k3n reading", await lines.ReadLineAsync(Ct));
        Assert.Equal("t0k3n hello", await lines.ReadLineAsync(Ct));
    }

    [Fact]
    public async Task A_wrong_sudo_password_is_an_error_that_does_not_show_the_password()
    {
        await WriteSudoAsync(
            "printf %s \"$5\" >&2; read -r p; echo 'Sorry, try again.' >&2; printf %s \"$5\" >&2; read -r p; exit 1");
        var error = await FailAsync();
        Assert.Contains("did not accept the password", error.Message);
        Assert.DoesNotContain("sesame", error.ToString());
        Assert.DoesNotContain("sesame", password.ToString());
    }

    [Theory, InlineData("exit 127", "not installed"), InlineData("exit 1", "sudoers")]
    public async Task A_sudo_that_starts_no_shell_is_explained_by_its_exit_code(string script, string expected)
    {
        await WriteSudoAsync(script);
        Assert.Contains(expected, (await FailAsync()).Message);
    }

    [Fact]
    public void A_shell_that_ends_before_its_program_is_explained_by_elevation_and_exit_code()
    {
        var refused = RemoteShell.Explain(new Elevation.Sudo(), isPastLogin: true, 1, "\n  sudo: a password is required");
        Assert.Equal(ConnectionFailure.Sudo, refused.Failure);
        Assert.Contains("without a password. Run with -K (--ask-sudo-password)", refused.Message);
        Assert.Contains("NOPASSWD", refused.Message);
        Assert.Equal(
            ConnectionFailure.Lost, RemoteShell.Explain(Elevation.LoginUser, isPastLogin: true, null, "").Failure);
    }

    [Theory]
    [InlineData("sudo: sorry, you must have a tty to run sudo", "without a terminal")]
    [InlineData("stty: 'standard input': Inappropriate ioctl for device", "Check that sudoers allows")]
    [InlineData("sudo: /etc/sudoers is world writable", "Check that sudoers allows")]
    public void A_refusal_of_sudo_is_explained_by_the_words_of_sudo_alone(string words, string expected) =>
        Assert.Contains(
            expected, RemoteShell.Explain(new Elevation.Sudo(), isPastLogin: true, 1, "\n  " + words).Message);

    [Theory]
    [InlineData("exit 0", "ended with exit code 0 before the login shell ran our command")]
    [InlineData("echo 'Your password has expired, and there is no TTY.' >&2; exit 1", "\n  Your password has expired")]
    [InlineData("echo This account is currently not available.; exit 1", "\n  This account is currently not available.")]
    public async Task Sudo_is_not_blamed_when_the_login_shell_never_ran_it(string loginShell, string expected)
    {
        foreach (var elevation in new[] { Elevation.LoginUser, new Elevation.Sudo(), password })
        {
            await using var connection = new OtherCommandConnection(loginShell);
            var error = await Assert.ThrowsAsync<ConnectionException>(() => StartAsync(connection, elevation, "exit", ""));
            Assert.Equal(ConnectionFailure.NoAnswer, error.Failure);
            Assert.Contains(expected, error.Message);
            Assert.DoesNotContain("sudo", error.Message);
            Assert.DoesNotContain("csharpchef-login", error.Message);
        }
    }

    [Fact]
    public async Task A_shell_that_a_start_file_starts_in_place_of_the_command_does_not_run_the_program()
    {
        await using var connection = new OtherCommandConnection("exec /bin/sh");
        var error = await Assert.ThrowsAsync<ConnectionException>(
            () => StartAsync(connection, new Elevation.Sudo(), "echo the program ran", ""));
        Assert.DoesNotContain("the program ran", error.Message);
        Assert.Contains("before the login shell ran our command", error.Message);
    }

    private async Task<ConnectionException> FailAsync()
    {
        await using var connection = await server.ConnectAsync();
        var error = await Assert.ThrowsAsync<ConnectionException>(
            () => StartAsync(connection, password, "exit", "x"));
        Assert.Equal(ConnectionFailure.Sudo, error.Failure);
        return error;
    }

    private static Task<IRemoteProcess> StartAsync(
        IConnection connection, Elevation elevation, string program, string arguments) =>
        new RemoteShell(connection, elevation, TimeProvider.System, Ssh).StartAsync(program + "\n", "t0k3n", arguments, Ct);

    private Task WriteSudoAsync(string script)
    {
        server.SkipIfMissing();
        return server.AddProgramAsync("sudo", script);
    }
}
