using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

public sealed class CommandTests(Fleet fleet) : MachineTests(fleet, CleanUp)
{
    private const string CleanUp = """
        for file in /srv/commands/*.pid; do [ ! -s $file ] || kill $(cat $file) 2>/dev/null; done
        rm -rf /srv/commands
        mkdir -m 777 /srv/commands
        """;

    [Fact]
    public async Task A_failed_command_reports_its_exit_code_output_and_source_line()
    {
        var run = await Recipes.RunAsync(Node, """
            Log("before");
            Execute("echo working; echo broken >&2; exit 7");
            Log("after");
            """, Ct);

        var failed = run.Resources[1];
        Assert.Equal((HostStatus.Failed, ResultStatus.Failed, 7), (run.Status, failed.Status, failed.ExitCode));
        Assert.Equal("working\nbroken\n", failed.Output);
        Assert.Equal("echo working; echo broken >&2; exit 7", failed.Command);
        Assert.Equal("ended with exit code 7", failed.Message);
        Assert.EndsWith("default.csx:2:1", failed.Source, StringComparison.Ordinal);
        Assert.Equal(ResultStatus.NotRun, run.Resources[2].Status);
    }

    [Theory]
    [InlineData("root")]
    [InlineData("deploy")]
    public async Task A_run_does_not_wait_for_background_processes_of_its_commands(string user)
    {
        var run = await Recipes.RunSuccessfullyAsync(Node, """
            Execute("sleep 300 & echo $! >/srv/commands/background.pid");
            Execute("true", e => e.OnlyIf("sleep 300 & echo $! >/srv/commands/guard.pid"));
            File("/srv/commands/after");
            """, Ct, user);

        Assert.Equal(3, run.Count(ResultStatus.Changed));
        Assert.InRange(run.Seconds, 0, 20);
        Assert.Equal("sleep 300\n", await Fleet.ExecAsync(
            Node, "tr '\\0' ' ' </proc/$(cat /srv/commands/background.pid)/cmdline | sed 's/ $//'; echo", Ct));
    }

    [Fact]
    public async Task A_command_that_exceeds_its_timeout_is_killed_with_its_children()
    {
        var run = await Recipes.RunAsync(Node, """
            Execute("sleep 301 & echo $! >/srv/commands/child.pid; sleep 302", e => e.Timeout = TimeSpan.FromSeconds(1));
            """, Ct);

        Assert.Equal("did not end within 1 s", run.Resources[0].Message);
        Assert.InRange(run.Seconds, 1, 20);
        Assert.Equal("gone\n", await Fleet.ExecAsync(
            Node,
            "sleep 0.2; [ -e /proc/$(cat /srv/commands/child.pid) ] || echo gone; pgrep -x -f 'sleep 30[12]' || :",
            Ct));
    }

    [Fact]
    public async Task Verify_that_exceeds_the_timeout_is_killed_and_fails_and_the_file_stays()
    {
        await Fleet.ExecAsync(Node, "echo old >/srv/commands/slow", Ct);

        var run = await Recipes.RunAsync(Node, """
            File("/srv/commands/slow", f =>
            {
                f.Content = "new\n";
                f.Verify = "sleep 303";
                f.Timeout = TimeSpan.FromSeconds(1);
            });
            """, Ct);

        Assert.Equal("Verify did not end within 1 s", run.Resources[0].Message);
        Assert.InRange(run.Seconds, 1, 20);
        Assert.Equal(
            "old\n", await Fleet.ExecAsync(Node, "cat /srv/commands/slow; pgrep -x -f 'sleep 303' || :", Ct));
    }

    [Theory]
    [InlineData("usermod -e 1970-01-02 svc")]
    [InlineData("usermod -L svc")]
    [InlineData("usermod -p '!!' svc")]
    [InlineData("chage -d 0 svc")]
    public async Task A_command_and_its_guard_run_as_an_account_that_is_expired_or_locked(string change)
    {
        await Fleet.ExecAsync(
            Node, $"id -u svc >/dev/null 2>&1 || useradd -r -M -s /usr/sbin/nologin svc; {change}", Ct);

        var run = await Recipes.RunSuccessfullyAsync(Node, """
            Execute("id -un; echo kept >/srv/commands/kept", e =>
            {
                e.RunAs = "svc";
                e.OnlyIf("[ $(id -un) = svc ]");
            });
            """, Ct);

        await Fleet.ExecAsync(Node, "userdel svc", Ct);
        Assert.Equal((ResultStatus.Changed, "svc\n"), (run.Resources[0].Status, run.Resources[0].Output!));
    }

    [Theory]
    [InlineData("root")]
    [InlineData("deploy")]
    public async Task Verify_runs_as_the_user_of_RunAs(string user)
    {
        var run = await Recipes.RunAsync(Node, """
            File("/srv/commands/it's \"one\".conf", f =>
            {
                f.Content = "good\n";
                f.RunAs = "www-data";
                f.Verify = "id -un >/srv/commands/verifier; grep -q good '{path}'";
            });
            File("/srv/commands/other", f =>
            {
                f.Content = "good\n";
                f.RunAs = "no-such-user";
                f.Verify = "true";
            });
            """, Ct, user: user);

        Assert.Equal(ResultStatus.Changed, run.Resources[0].Status);
        Assert.Equal("www-data\n", await Fleet.ExecAsync(Node, "cat /srv/commands/verifier", Ct));
        Assert.Equal("the user no-such-user to run as does not exist", run.Resources[1].Message);
    }

    [Fact]
    public async Task A_plan_behind_a_barrier_names_what_a_guard_waits_for()
    {
        var plan = await Recipes.RunAsync(Node, """
            Directory("/srv/commands/app");
            await Converge();
            Execute("true", e =>
            {
                e.Cwd = "/srv/commands/app";
                e.NotIf("test -e done");
            });
            """, Ct, ConvergeMode.Plan);

        Assert.Equal(
            (ResultStatus.Changed, "its guard cannot be asked before directory[/srv/commands/app]"),
            (plan.Resources[1].Status, plan.Resources[1].Message!));
    }

    [Theory]
    [InlineData("root")]
    [InlineData("deploy")]
    public async Task A_guard_is_judged_by_what_the_shell_of_the_machine_says(string user)
    {
        var run = await Recipes.RunSuccessfullyAsync(Node, """
            Execute("true", e => { e.OnlyIf("no-such-program"); e.IgnoreFailure = true; });
            Execute("true", e => { e.NotIf("if then"); e.IgnoreFailure = true; e.RunAs = "www-data"; });
            Execute("true", e => e.NotIf("command -v no-such-program"));
            Execute("true", e => e.OnlyIf("timeout 0.1 sleep 9"));
            """, Ct, user);

        Assert.Equal(
            [ResultStatus.Failed, ResultStatus.Failed, ResultStatus.Changed, ResultStatus.Skipped],
            run.Resources.Select(resource => resource.Status));
        Assert.Equal("guard 1 (no-such-program) cannot be judged: no-such-program: not found", run.Resources[0].Message);
        Assert.StartsWith("guard 1 (if then) cannot be judged: Syntax error", run.Resources[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("root")]
    [InlineData("deploy")]
    public async Task A_command_runs_as_the_user_of_RunAs_and_else_as_root(string user)
    {
        await Recipes.RunSuccessfullyAsync(Node, """
            Execute("echo \"$(id -un) $(id -Gn) $HOME\" >/srv/commands/who", e => e.RunAs = "www-data");
            Execute("true", e => e.OnlyIf("[ $(id -un) = root ]"));
            """, Ct, user);

        Assert.Equal(
            "www-data www-data /var/www\nwww-data\n",
            await Fleet.ExecAsync(Node, "cat /srv/commands/who; stat -c %U /srv/commands/who", Ct));
    }
}
