using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Sudo;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge.Sudo;

/// <summary>Remote shells with and without sudo. A script with the same options replaces sudo.</summary>
public sealed class RemoteShellTests(SshServer server) : IClassFixture<SshServer>
{
    private static readonly Elevation.Sudo password = new("open sesame");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_elevation_a_program_runs_as_the_login_user_with_its_arguments()
    {
        await using var connection = await server.ConnectAsync();
        await using var process = await RemoteShell.StartAsync(connection, Elevation.LoginUser, "'two words' b", Ct);
        Assert.Equal((7, "two words b\n", ""), await process.FinishAsync("echo \"$1 $2\"; exit 7\n"));
    }

    [Fact]
    public async Task Sudo_without_a_password_costs_one_round_trip()
    {
        await WriteSudoAsync("shift 2; exec \"$@\"");
        await using var connection = await server.ConnectAsync();
        await using var process = await RemoteShell.StartAsync(connection, new Elevation.Sudo(), "x y", Ct);
        Assert.Equal((0, "root x y\n", ""), await process.FinishAsync("echo root $1 $2\n"));
        Assert.Equal(1, connection.RoundTrips);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Sudo_gets_the_password_if_it_asks_and_the_program_never_reads_it(bool asks)
    {
        await WriteSudoAsync(asks
            ? "printf 'We trust you.\\n%s' \"$5\" >&2; read -r p; [ \"$p\" = 'open sesame' ] || exit 1; shift 5; exec \"$@\""
            : "shift 5; exec \"$@\"");
        await using var connection = await server.ConnectAsync();
        await using var process = await RemoteShell.StartAsync(connection, password, "'x  y' z", Ct);
        Assert.Equal(
            (5, "root x  y z\n", "oops\n"), await process.FinishAsync("echo \"root $1 $2\"; echo oops >&2; exit 5\n"));
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
        Assert.Equal(ConnectionFailure.Sudo, RemoteShell.Explain(new Elevation.Sudo(), 1).Failure);
        Assert.Contains("NOPASSWD", RemoteShell.Explain(new Elevation.Sudo(), 1).Message);
        Assert.Equal(ConnectionFailure.Lost, RemoteShell.Explain(Elevation.LoginUser, null).Failure);
    }

    private async Task<ConnectionException> FailAsync()
    {
        await using var connection = await server.ConnectAsync();
        var error = await Assert.ThrowsAsync<ConnectionException>(
            () => RemoteShell.StartAsync(connection, password, "x", Ct));
        Assert.Equal(ConnectionFailure.Sudo, error.Failure);
        return error;
    }

    private Task WriteSudoAsync(string script)
    {
        server.SkipIfMissing();
        return server.AddProgramAsync("sudo", script);
    }
}
