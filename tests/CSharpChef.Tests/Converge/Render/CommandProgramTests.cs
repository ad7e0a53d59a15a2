using System.Text;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>Commands in real shells.</summary>
public sealed class CommandProgramTests : IDisposable
{
    private readonly ResourceProgram program = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public void Dispose() => program.Dispose();

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void A_command_fails_by_its_time_limit_also_when_Returns_has_the_exit_code_of_a_killed_process(
        string shell)
    {
        var slow = Run("tail -f /dev/null", e => (e.Returns, e.Timeout) = ([0, 124, 137, 143], TimeSpan.FromSeconds(1)));

        Assert.Equal(
            ["did 1 run", "why 1 did not end within 1 s", "failed 1"],
            program.Converge(shell, slow));
    }

    [Theory, MemberData(nameof(Shells))]
    public void Exit_codes_that_tools_use_for_a_time_limit_are_plain_numbers(string shell)
    {
        foreach (var code in new[] { 124, 137, 143 })
        {
            Assert.Equal(
                [
                    "did 1 run", "changed 1",
                    "did 2 run", $"code 2 {code}", $"why 2 ended with exit code {code}", "failed 2",
                ],
                program.Converge(shell, Run($"exit {code}", e => e.Returns = [0, code]),
                    Run($"exit {code}", e => e.IgnoreFailure = true)));
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_search_path_of_a_command_does_not_concern_the_programs_that_start_it(string shell)
    {
        Directory.CreateDirectory(program.In("bin"));
        File.WriteAllText(program.In("bin/mytool"), "#!/bin/sh\necho mine\n");
        LocalShell.Run("chmod", "755", program.In("bin/mytool"));
        var plain = Run("mytool", e => e.Environment["PATH"] = program.In("bin"));
        var hidden = Run("mytool", e => (e.Environment["PATH"], e.Sensitive) = (program.In("bin"), true));

        Assert.Equal(
            ["did 1 run", "|mine", "changed 1", "did 2 sensitive change", "changed 2"],
            program.Converge(shell, plain, hidden));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_script_with_an_empty_search_path_runs_with_its_input_and_umask(string shell)
    {
        var script = new ScriptResource("made") { Code = $"read line; echo $line >'{program.In("made")}'" };
        script.Environment["PATH"] = "/none";
        (script.Input, script.Umask) = ("text\n", "077");

        Assert.Equal(["did 1 run", "changed 1"], program.Converge(shell, script));
        Assert.Equal("text\n", File.ReadAllText(program.In("made")));
        Assert.Equal("600", Encoding.UTF8.GetString(LocalShell.Run("stat", "-c", "%a", program.In("made")).Output).Trim());
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_script_without_an_interpreter_is_run_by_the_program_that_its_first_line_names(string shell)
    {
        var script = new ScriptResource("made") { Code = "#!/bin/sh -e\nfalse\necho later" };

        Assert.Equal("/bin/sh -e", script.Interpreter);
        Assert.Equal(
            ["did 1 run", "code 1 1", "why 1 ended with exit code 1", "failed 1"], program.Converge(shell, script));
        Assert.Equal("sh", new ScriptResource("plain") { Code = "# a comment" }.Interpreter);
        Assert.Equal("bash", new ScriptResource("other") { Code = script.Code, Interpreter = "bash" }.Interpreter);
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_search_path_of_a_command_does_not_concern_the_actions_after_it(string shell)
    {
        var first = Run("true || exit 1", e => e.Environment["PATH"] = "/none");
        var second = new FileResource(program.In("made")) { Content = "x" };

        Assert.Equal(
            ["did 1 run", "changed 1", "did 2 create file", "changed 2"], program.Converge(shell, first, second));
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_reason_of_a_failure_has_neither_the_name_of_the_shell_nor_its_line_number(string shell)
    {
        using var broken = new ResourceProgram { Replacements = "mv() { /none/mv; }\nchmod() { /none/chmod; }" };

        var lines = broken.Converge(shell, new FileResource(broken.In("made")) { Content = "x", Mode = "0600" });

        var reason = Assert.Single(lines, line => line.StartsWith("why ", StringComparison.Ordinal));
        Assert.Contains("/none/chmod: ", reason);
        Assert.DoesNotContain("sh: ", reason);
        Assert.DoesNotMatch(@"\d: |line", reason["why 1 ".Length..]);
    }

    [Theory, MemberData(nameof(Shells))]
    public void Secrets_of_more_than_128_KB_together_are_masked(string shell)
    {
        var secrets = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"secret-{i:D5}-end\n"));
        using var masking = new ResourceProgram { Replacements = $"secrets='{secrets}'" };

        Assert.Equal(
            ["did 1 run", "code 1 3", "|said ***", "why 1 ended with exit code 3", "failed 1"],
            masking.Converge(shell, Run("echo said secret-09999-end; exit 3")).Select(line =>
                line.Replace("secret-09999-end", "***", StringComparison.Ordinal)));
        Assert.Contains("|said ***", File.ReadAllLines(Directory.GetFiles(masking.In("runs")).Single()));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_command_a_guard_and_variables_of_more_than_128_KB_together_run(string shell)
    {
        var command = Run($"echo ${{#VALUE}}; cat # {new string('c', 150_000)}", e =>
        {
            e.Environment["VALUE"] = new string('v', 100_000);
            e.Input = new string('i', 10);
            e.OnlyIf($"true # {new string('g', 150_000)}");
        });

        Assert.Equal(
            ["did 1 run", "|100000", "|iiiiiiiiii", "changed 1"],
            program.Converge(shell, command));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_command_whose_folder_or_user_is_missing_fails_before_it_changes_anything(string shell) =>
        Assert.Equal(
            [
                "why 1 the folder /no/such/folder to run in does not exist", "failed 1",
                "why 2 the user no-such-user to run as does not exist", "failed 2",
            ],
            program.Converge(shell, Run("true", e => (e.Cwd, e.IgnoreFailure) = ("/no/such/folder", true)),
                Run("true", e => (e.RunAs, e.IgnoreFailure) = ("no-such-user", true))));

    [Theory, MemberData(nameof(Shells))]
    public void A_command_that_cannot_run_as_its_user_fails_also_when_Returns_has_the_exit_code(string shell)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can become another user");
        using var refusing = ResourceProgram.WithRunuserThatFails("runuser: cannot open session");
        void AsNobody(ExecuteResource e) => (e.RunAs, e.Returns, e.IgnoreFailure) = ("nobody", [0, 1], true);

        Assert.Equal(
            ["did 1 run", "code 1 1", "|runuser: cannot open session", "why 1 ended with exit code 1", "failed 1"],
            refusing.Converge(shell, Run("true", AsNobody)));
        Assert.Equal(["did 1 run", "changed 1"], program.Converge(shell, Run("exit 1", AsNobody)));
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_output_of_a_command_that_succeeds_is_reported_unless_it_is_sensitive(string shell) =>
        Assert.Equal(
            ["did 1 run", "|one", "|two", "changed 1", "did 2 run", "changed 2", "did 3 sensitive change", "changed 3"],
            program.Converge(shell, Run("echo one; echo two >&2"),
                Run("true"),
                Run("echo three", e => e.Sensitive = true)));

    [Theory, MemberData(nameof(Shells))]
    public void An_input_that_cannot_be_written_fails_the_command(string shell)
    {
        using var failing = new ResourceProgram { Replacements = "make_work_folder() { work=$state/file; : >$work; }" };

        var lines = failing.Converge(shell, Run("cat", e => e.Input = "text"));

        Assert.Equal(
            ["why 1 cannot write the input of the command", "failed 1"], lines.Select(line => line.Split(": ")[0]));
    }

    private static ExecuteResource Run(string command, Action<ExecuteResource>? configure = null)
    {
        var resource = new ExecuteResource(command);
        configure?.Invoke(resource);
        return resource;
    }
}
