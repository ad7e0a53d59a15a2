using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>What a step for a service does, depending on what systemctl or rc-service answers.</summary>
public sealed class ServiceShellTests
{
    private static readonly string Work = TemporaryFolder.Create("services-");
    private const string Silent = "systemctl() { echo 'Failed to connect to bus' >&2; return 1; }";

    private static readonly string[] States =
        ["enabled", "disabled", "started", "stopped", "restarted", "reloaded", "masked"];

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public static TheoryData<string, string> ShellsAndStates =>
        [.. from shell in LocalShell.Tested from state in States select (shell, state)];

    [Theory, MemberData(nameof(ShellsAndStates))]
    public void A_step_fails_with_the_words_of_systemctl_when_systemctl_cannot_answer(string shell, string state) =>
        Assert.Equal(
            "why 1 systemctl cannot tell the state of app: Failed to connect to bus\nexit code 1\n",
            Run(shell, "systemd", Silent, $"service app {state} ''"));

    [Theory, MemberData(nameof(Shells))]
    public void The_answer_of_the_probe_is_used_while_nothing_has_changed(string shell)
    {
        const string Answer = "Id=app.service\nLoadState=loaded\nActiveState=active\n";

        Assert.Equal("exit code 0\n", Run(shell, "systemd", Silent, $"service app started '{Answer}'"));
        Assert.StartsWith(
            "why 1 systemctl cannot tell",
            Run(shell, "systemd", Silent + "; dirty=1", $"service app started '{Answer}'"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "why 1 systemctl cannot tell",
            Run(shell, "systemd", Silent + "; attempt=1", $"service app started '{Answer}'"),
            StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_note_names_the_units_that_start_a_service_that_cannot_be_enabled(string shell)
    {
        const string Static = "Id=app.service\nLoadState=loaded\nUnitFileState=static\n";
        const string Generated = "Id=srv.mount\nLoadState=loaded\nUnitFileState=generated\nSourcePath=/etc/fstab\n";

        Assert.Equal(
            "why 1 systemd cannot enable app.service, which has no [Install] section: enable a.timer, b.socket\nexit code 0\n",
            Run(shell, "systemd", Silent, $"service app enabled '{Static}TriggeredBy=b.socket a.timer\n'"));
        Assert.Equal(
            "why 1 /etc/fstab decides whether srv.mount starts at boot\nexit code 0\n",
            Run(shell, "systemd", Silent, $"service srv.mount enabled '{Generated}'"));
        Assert.Equal(
            "why 1 srv.mount starts at boot because of /etc/fstab: change it there\nexit code 1\n",
            Run(shell, "systemd", Silent, $"service srv.mount disabled '{Generated}WantedBy=local-fs.target\n'"));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_masked_service_is_refused_before_its_change_by_a_plan_and_by_a_run(string shell)
    {
        const string Masked = "Id=app.service\nLoadState=masked\nActiveState=inactive\nUnitFileState=masked\n";
        foreach (var state in new[] { "enabled", "started", "restarted" })
        {
            foreach (var mode in new[] { "plan", "converge" })
            {
                Assert.Equal(
                    "why 1 app.service is masked: unmask it\nexit code 1\n",
                    Run(shell, "systemd", $"{Silent}; mode={mode}", $"service app {state} '{Masked}'"));
            }
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_service_that_systemd_cannot_load_is_refused_before_its_change_by_a_plan_and_by_a_run(string shell)
    {
        foreach (var (load, state, active) in new[]
        {
            ("bad-setting", "started", "inactive"),
            ("error", "started", "failed"),
            ("bad-setting", "restarted", "active"),
            ("bad-setting", "reloaded", "active"),
            ("error", "enabled", "inactive"),
        })
        {
            foreach (var mode in new[] { "plan", "converge" })
            {
                Assert.Equal(
                    $"why 1 systemd cannot load app.service (LoadState={load}): mend its unit file, "
                        + "systemctl status app.service says why\nexit code 1\n",
                    Run(
                        shell,
                        "systemd",
                        $"{Silent}; mode={mode}",
                        $"service app.service {state} '{Answer(load, active)}NeedDaemonReload=no\n'"));
            }
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_service_that_systemd_cannot_load_is_refused_only_where_its_action_needs_the_unit(string shell)
    {
        string Planned(string load, string state, string active, string rest = "", string before = "") => Run(
            shell,
            "systemd",
            $"{Silent}; mode=plan; changes_before={before}; would() {{ echo \"would $*\"; return 1; }}",
            $"service app.service {state} '{Answer(load, active)}{rest}'");

        Assert.Equal("would enable\nexit code 0\n", Planned("bad-setting", "enabled", "inactive"));
        Assert.Equal("would stop\nexit code 0\n", Planned("error", "stopped", "active"));
        Assert.Equal("exit code 0\n", Planned("bad-setting", "reloaded", "inactive"));
        Assert.Equal("would start\nexit code 0\n", Planned("bad-setting", "started", "failed", "NeedDaemonReload=yes\n"));
        Assert.Equal("would start\nexit code 0\n", Planned("error", "started", "inactive", before: "1"));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_unit_without_a_file_is_not_enabled_by_a_plan_nor_by_a_run(string shell)
    {
        foreach (var enabled in new[] { "", "transient" })
        {
            foreach (var mode in new[] { "plan", "converge" })
            {
                Assert.Equal(
                    "why 1 app.service has no unit file, so systemd cannot enable it: leave the action enable out\n"
                        + "exit code 1\n",
                    Run(
                        shell,
                        "systemd",
                        $"{Silent}; mode={mode}",
                        $"service app enabled 'Id=app.service\nLoadState=loaded\nActiveState=active\n"
                            + $"UnitFileState={enabled}\n'"));
            }
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_command_of_systemctl_that_fails_is_a_change_only_when_the_unit_is_not_as_it_was(string shell)
    {
        string Changes(string before, string after, string state) => Run(
            shell,
            "systemd",
            $"within() {{ return 1; }}; make_work_folder() {{ work='{Work}'; }}; show() {{ :; }}; "
                + $"systemctl() {{ echo LoadState=loaded; echo ActiveState={after}; }}",
            $"service app {state} 'Id=app.service\nLoadState=loaded\nActiveState={before}\n'");

        Assert.DoesNotContain("did 1", Changes("inactive", "failed", "started"), StringComparison.Ordinal);
        Assert.DoesNotContain("did 1", Changes("active", "active", "restarted"), StringComparison.Ordinal);
        Assert.Contains("did 1 restart", Changes("active", "failed", "restarted"), StringComparison.Ordinal);
        Assert.Contains("did 1 stop", Changes("active", "inactive", "stopped"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_unit_whose_start_condition_is_not_met_is_not_said_to_have_started_or_ended(string shell)
    {
        foreach (var (words, because) in new[]
        {
            ("app - The app was skipped because of an unmet condition check (ConditionPathExists=/x)",
                "because of an unmet condition check (ConditionPathExists=/x)"),
            ("app was skipped because no trigger condition checks were met",
                "because no trigger condition checks were met"),
            ("Condition check resulted in app being skipped", "because a condition of it is not met"),
        })
        {
            var reason = $"why 1 systemd did not start app {because}\n";
            var line = $"Nov 29 06:31:32 n7 systemd[1]: {words}.";

            Assert.Equal($"{reason}exit code 1\n", Started(shell, "simple", "started", "inactive", line));
            Assert.Equal($"did 1 restart\n{reason}exit code 1\n", Started(shell, "simple", "restarted", "active", line));
            Assert.Equal($"{reason}exit code 0\n", Started(shell, "oneshot", "started", "inactive", line));
        }

        Assert.Equal(
            "did 1 start\nexit code 0\n",
            Started(shell, "oneshot", "started", "inactive", "Nov 29 06:31:32 n7 systemd[1]: Finished app."));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_service_that_systemd_starts_again_after_each_success_runs(string shell)
    {
        const string Waits = "Id=app.service\nLoadState=loaded\nActiveState=activating\nSubState=auto-restart\n";
        const string Change = "; would() { echo \"would $*\"; return 1; }";

        Assert.Equal("exit code 0\n", Run(shell, "systemd", Silent, $"service app started '{Waits}Result=success\n'"));
        Assert.Equal(
            "would start\nexit code 0\n",
            Run(shell, "systemd", Silent + Change, $"service app started '{Waits}Result=exit-code\n'"));
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_probe_leaves_the_state_of_all_units_open_when_systemctl_left_one_out(string shell)
    {
        const string Answer = "LoadState=loaded\nActiveState=active\nUnitFileState=enabled\nNeedDaemonReload=no\n";

        string Probed(int asked) => Run(
            shell,
            "probe_unit",
            "",
            $"eval \"$(printf '=units\\n:{asked}\\n{Answer.Replace("\n", "\\n", StringComparison.Ordinal)}' | assignments)\"; echo \"$unit0_state\"");

        Assert.Equal("loaded active enabled no\nexit code 0\n", Probed(1));
        Assert.Equal("\nexit code 0\n", Probed(2));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_service_of_OpenRC_whose_state_cannot_be_asked_fails_with_the_words_of_its_script(string shell)
    {
        Assert.SkipUnless(Directory.Exists("/etc/init.d"), "there is no /etc/init.d here");

        // The name stands for a script that exists everywhere.
        Assert.Equal(
            "why 1 rc-service . status ended with exit code 127: /etc/init.d/app: sed: not found\nexit code 1\n",
            Run(shell, "openrc", AnswerOfOpenRc(127, "/etc/init.d/app: sed: not found"), "service . stopped"));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_service_of_OpenRC_that_has_crashed_is_restarted_since_OpenRC_does_not_start_it_again(string shell)
    {
        Assert.SkipUnless(Directory.Exists("/etc/init.d"), "there is no /etc/init.d here");
        var answer = AnswerOfOpenRc(32, " * status: crashed") + "; control() { echo \"$*\"; }; would() { :; }";

        Assert.Equal("rc-service . restart\nexit code 0\n", Run(shell, "openrc", answer, "service . started"));
        Assert.Equal(
            "rc-service . start\nexit code 0\n",
            Run(shell, "openrc", answer.Replace("exit 32", "exit 3", StringComparison.Ordinal), "service . started"));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_service_that_OpenRC_does_not_have_is_stopped_and_in_no_runlevel(string shell)
    {
        Assert.Equal("exit code 0\n", Run(shell, "openrc", "", "service no-such-service stopped"));
        Assert.Equal("exit code 0\n", Run(shell, "openrc", "", "service no-such-service disabled"));
        Assert.Equal(
            "why 1 service no-such-service does not exist\nexit code 1\n",
            Run(shell, "openrc", "", "service no-such-service started"));
    }

    private static string Answer(string load, string active) =>
        $"Id=app.service\nLoadState={load}\nActiveState={active}\nUnitFileState=disabled\n";

    /// <summary>What a step prints for a unit that is inactive after its start, without its first line.</summary>
    private static string Started(string shell, string type, string state, string before, string lastLine) => Run(
        shell,
        "systemd",
        $"within() {{ :; }}; make_work_folder() {{ work='{Work}'; }}; record_notifications() {{ :; }}; "
            + $"systemctl() {{ case $1 in status) echo '{lastLine}' ;; "
            + $"*) printf '%s\\n' LoadState=loaded ActiveState=inactive Type={type} ;; esac; }}",
        $"service app {state} 'Id=app\nLoadState=loaded\nActiveState={before}\nType={type}\n'")
        .Replace("begin 1 \n", "", StringComparison.Ordinal);

    // Not every shell has functions with a dash in their name.
    private static string AnswerOfOpenRc(int code, string words) =>
        $"rc=$(mktemp -d); trap 'rm -r \"$rc\"' EXIT; printf '%s\\n' '#!/bin/sh' 'echo \"{words}\"' 'exit {code}' >\"$rc/rc-service\"; chmod 755 \"$rc/rc-service\"; PATH=$rc:$PATH";

    private static string Run(string shell, string part, string replacements, string command)
    {
        var program = $"""
            token=t mode=converge number=1 attempt=0 journal='' secrets='' dirty='' quiet='' hidden='' units_changed=''
            {ShellParts.CodeOf(part)}
            exec 5>&1
            say() {"{ echo \"$*\"; }"}
            {replacements}
            {command}
            echo "exit code $?"
            """;
        string[] arguments = shell == "busybox" ? ["sh", "-c", program] : ["-c", program];
        return Encoding.UTF8.GetString(LocalShell.Run(shell, arguments).Output);
    }
}
