using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>Guards in real shells.</summary>
public sealed class GuardProgramTests : IDisposable
{
    private readonly ResourceProgram program = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public static TheoryData<string, string, string> Unjudgeable => Cross(
    [
        ("no-such-program -x", "not found"), ("/no/such/program", "/no/such/program"), ("if then", "yntax error"),
        ("echo \"a", ""), ("/etc/passwd", "Permission denied"), ("true | no-such-program", "not found"),
    ]);

    public static TheoryData<string, string, string> Refusing => Cross(
    [
        ("exit 127", ""), ("exit 126", ""), ("exit 2", ""), ("exit 124", ""), ("exit 137", ""), ("exit 143", ""),
        ("kill -KILL $$", ""), ("command -v no-such-program", ""), ("grep -q x /no/such/file", ""),
        ("echo 'it is not found' >&2; exit 127", ""),
    ]);

    public void Dispose() => program.Dispose();

    [Theory, MemberData(nameof(Unjudgeable))]
    public void A_guard_that_the_shell_cannot_run_fails_its_action_under_OnlyIf_and_NotIf(
        string shell, string guard, string words)
    {
        var lines = program.Converge(shell, Ignored(e => e.OnlyIf(guard)), Ignored(e => e.NotIf(guard)));

        Assert.Equal(["why 1", "failed 1", "why 2", "failed 2"], lines.Select(
            line => string.Join(' ', line.Split(' ').Take(2))));
        Assert.StartsWith($"why 1 guard 1 ({guard}) cannot be judged: ", lines[0], StringComparison.Ordinal);
        Assert.Contains(words, lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("sh: ", lines[0], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Refusing)), WholeSuite]
    public void An_exit_code_alone_is_a_plain_no(string shell, string guard, string _) => Assert.Equal(
        ["skipped 1 1", "did 2 run", "changed 2"],
        program.Converge(shell, Ignored(e => e.OnlyIf(guard)), Ignored(e => e.NotIf(guard))));

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void A_guard_that_exceeds_its_time_limit_fails_its_action(string shell)
    {
        var slow = Ignored(e => e.NotIf("tail -f /dev/null"));
        slow.Timeout = TimeSpan.FromSeconds(1);

        Assert.Equal(
            ["why 1 guard 1 did not end within 1 s", "failed 1"],
            program.Converge(shell, slow));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_guard_whose_folder_or_user_is_missing_fails_its_action(string shell)
    {
        var (folder, user) = (Ignored(e => e.NotIf("true")), Ignored(e => e.OnlyIf("true")));
        (folder.Cwd, user.RunAs) = ("/no/such/folder", "no-such-user");

        Assert.Equal(
            [
                "why 1 guard 1 (true) cannot be judged: the folder /no/such/folder to run in does not exist", "failed 1",
                "why 2 guard 1 (true) cannot be judged: the user no-such-user to run as does not exist", "failed 2",
            ],
            program.Converge(shell, folder, user));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_guard_whose_user_runuser_cannot_become_fails_its_action_under_OnlyIf_and_NotIf(string shell)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can become another user");
        using var refusing = ResourceProgram.WithRunuserThatFails("runuser: cannot open session: Permission denied");
        var (only, not) = (Ignored(e => e.OnlyIf("true")), Ignored(e => e.NotIf("true")));
        (only.RunAs, not.RunAs) = ("nobody", "nobody");
        const string Why = "guard 1 (true) cannot be judged: it cannot run as nobody: runuser: cannot open session: Permission denied";

        Assert.Equal(
            [$"why 1 {Why}", "failed 1", $"why 2 {Why}", "failed 2"], refusing.Converge(shell, only, not));
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void A_guard_that_another_user_runs_answers_yes_and_no_and_has_its_time_limit(string shell)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can become another user");
        Assert.SkipUnless(LocalShell.Has("runuser") || LocalShell.Has("su"), "there is no runuser or su here");
        var (no, yes, slow) = (
            Ignored(e => e.OnlyIf("exit 1")), Ignored(e => e.OnlyIf("[ $(id -un) = nobody ]")), Ignored(e => e.NotIf("tail -f /dev/null")));
        (no.RunAs, yes.RunAs, slow.RunAs, yes.Cwd, slow.Timeout) = ("nobody", "nobody", "nobody", "/", TimeSpan.FromSeconds(1));

        Assert.Equal(
            ["skipped 1 1", "did 2 run", "changed 2", "why 3 guard 1 did not end within 1 s", "failed 3"],
            program.Converge(shell, no, yes, slow));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_guard_takes_the_folder_the_variables_and_the_umask_of_its_command(string shell)
    {
        var command = new ExecuteResource("true") { Cwd = "/etc", Umask = "027" };
        command.Environment["VALUE"] = "it's";
        command.Environment["PATH"] = "/opt/app/bin";
        command.OnlyIf("[ \"$(pwd) $(umask) $VALUE $PATH\" = \"/etc 0027 it's /opt/app/bin\" ]");

        Assert.Equal(["did 1 run", "changed 1"], program.Converge(shell, command));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_guard_that_a_plan_cannot_ask_counts_as_true_only_after_a_change(string shell)
    {
        var asked = new ExecuteResource("true") { IgnoreFailure = true };
        asked.OnlyIf("no-such-program");
        var file = new FileResource(program.In("file"));
        var later = new ExecuteResource("true") { Cwd = program.In("folder") };
        later.NotIf("test -e done");

        var lines = program.Plan(shell, asked, file, later);

        Assert.Equal(
            ["failed 1", "did 2 create file", "changed 2", "unasked 3", "did 3 run", "changed 3"], lines.Skip(1));
    }

    private static ExecuteResource Ignored(Action<ExecuteResource> guard)
    {
        var resource = new ExecuteResource("true") { IgnoreFailure = true };
        guard(resource);
        return resource;
    }

    private static TheoryData<string, string, string> Cross((string Guard, string Words)[] guards) =>
        [.. guards.SelectMany(guard => LocalShell.Tested.Select(
            shell => (shell, guard.Guard, guard.Words)))];
}
