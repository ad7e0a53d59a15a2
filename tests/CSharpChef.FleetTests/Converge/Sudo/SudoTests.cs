using CSharpChef.Converge;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Sudo;

public sealed class SudoTests(Fleet fleet) : IAsyncLifetime
{
    private const int Node = 1;
    private const string Password = "correct horse's battery";
    private const string Recipe = """File("/srv/sudo", f => f.Content = "by root\n");""";
    private readonly ScratchRecipes recipes = new();
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    /// <summary>The user carol may use sudo with her password.</summary>
    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(ct);
        await Fleet.ExecAsync(Node, $"""
            id carol >/dev/null 2>&1 || useradd -m -s /bin/bash carol
            echo "carol:{Password}" | chpasswd
            echo 'carol ALL=(ALL) ALL' >/etc/sudoers.d/carol
            rm -f /home/carol/.bashrc
            mkdir -p /home/carol/.ssh
            cp /root/.ssh/authorized_keys /home/carol/.ssh/
            chown -R carol: /home/carol/.ssh
            rm -f /srv/sudo
            """, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Fleet.ExecAsync(Node, "rm -f /etc/sudoers.d/carol /srv/sudo; userdel -r carol 2>/dev/null || :", ct);
        recipes.Dispose();
    }

    [Theory]
    [InlineData("builtin")]
    [InlineData("openssh")]
    public async Task The_right_sudo_password_runs_a_recipe_as_root(string transport)
    {
        await recipes.RunSuccessfullyAsync(Node, Recipe, ct, "carol", WithPassword(Password, transport));
        var secondRun = await recipes.RunSuccessfullyAsync(
            Node, Recipe, ct, "carol", WithPassword(Password, transport));

        Assert.Equal((0, 1), (secondRun.Count(ResultStatus.Changed), secondRun.RoundTrips));
        Assert.Equal("by root\nroot\n", await Fleet.ExecAsync(Node, "cat /srv/sudo; stat -c %U /srv/sudo", ct));
    }

    [Theory]
    [InlineData("wrong horse", "sudo did not accept the password", "builtin")]
    [InlineData("wrong horse", "sudo did not accept the password", "openssh")]
    [InlineData(null, "sudo refused to start a shell without a password", "builtin")]
    [InlineData(null, "sudo refused to start a shell without a password", "openssh")]
    public async Task A_wrong_or_missing_sudo_password_fails_and_changes_nothing(
        string? password, string message, string transport)
    {
        var run = await recipes.RunAsync(Node, Recipe, ct, user: "carol", change: WithPassword(password, transport));

        Assert.Equal(HostStatus.Unreachable, run.Status);
        Assert.Equal(ConnectionFailure.Sudo, Assert.IsType<ConnectionException>(run.Error).Failure);
        Assert.Contains(message, run.Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("horse", run.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("no\n", await Fleet.ExecAsync(Node, "[ -e /srv/sudo ] || echo no", ct));
    }

    [Fact]
    public async Task The_language_of_the_user_does_not_disturb_the_dialogue_with_sudo()
    {
        await Fleet.ExecAsync(Node, "echo 'export LANG=C.UTF-8 LANGUAGE=de' >/home/carol/.bashrc", ct);
        await Fleet.ExecAsync(Node, "echo 'Defaults:carol !passprompt_override, passprompt=Kennwort' >>/etc/sudoers.d/carol", ct);

        await recipes.RunSuccessfullyAsync(Node, Recipe, ct, "carol", WithPassword(Password));
        var run = await recipes.RunAsync(Node, Recipe, ct, user: "carol", change: WithPassword("wrong horse"));

        Assert.Contains("sudo did not accept the password", run.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Password)]
    [InlineData(null)]
    public async Task A_sudo_that_requires_a_terminal_is_an_error_with_its_own_words(string? password)
    {
        await Fleet.ExecAsync(Node, "echo 'Defaults:carol requiretty' >>/etc/sudoers.d/carol", ct);

        var run = await recipes.RunAsync(Node, Recipe, ct, user: "carol", change: WithPassword(password));

        Assert.Equal(ConnectionFailure.Sudo, Assert.IsType<ConnectionException>(run.Error).Failure);
        Assert.Contains("sorry, you must have a tty to run sudo", run.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Defaults:USER !requiretty", run.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_sudo_fails_with_an_error_that_names_sudo()
    {
        await Fleet.ExecAsync(Node, "mv /usr/bin/sudo /usr/bin/sudo.away", ct);
        try
        {
            var run = await recipes.RunAsync(Node, Recipe, ct, user: "deploy");

            Assert.Equal((HostStatus.Unreachable, 4), (run.Status, run.Error?.ExitCode));
            Assert.Contains("sudo is not installed on the host", run.Error!.Message, StringComparison.Ordinal);
        }
        finally
        {
            await Fleet.ExecAsync(Node, "mv /usr/bin/sudo.away /usr/bin/sudo", ct);
        }
    }

    private static Func<SessionOptions, SessionOptions> WithPassword(string? password, string transport = "builtin") =>
        session => session with { SudoPassword = password, Ssh = Machine.Ssh(transport) };
}
