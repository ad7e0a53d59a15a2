using System.Runtime.CompilerServices;
using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>Programs as a whole: what is sent, what is shown, and how they run in each shell.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly ProgramFolder folder = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_frame_of_a_program_probes_all_kinds_of_subjects_and_runs_the_actions() => Snapshot.Match(
        Path.Combine(Path.GetDirectoryName(ThisFile())!, "frame.verified.sh"), Frame());

    [Fact]
    public void Only_the_readable_program_has_comments_and_a_table_of_the_subjects()
    {
        var program = ProgramFolder.Render(
            new StepResource(new FileStep("/etc/motd\t")), new StepResource(new UserStep("ann")));

        Assert.Contains("#   file0  /etc/motd \n#   user0  ann\n", program.Readable, StringComparison.Ordinal);
        Assert.DoesNotContain(program.Text.Split('\n'), line => line.TrimStart().StartsWith('#'));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_notifies_an_action_is_installed_by_its_name_and_the_action_runs(string shell)
    {
        var (package, reload) = (new PackageResource(["git"]), new ExecuteResource("echo reload >>\"$STATE/log\""));
        package.Notifies(reload.Run);
        package.Notifies(reload.Run, Timing.Immediately);
        reload.OnlyWhenNotified();

        var lines = Run(shell, ProgramFolder.Render(package, reload), """
            ask_package() { :; }
            await_manager() { :; }
            find_package() { status='' installed='' selection=''; [ ! -s "$state/log" ] || status=installed; }
            ask_policy() { policy='git:' refusal=''; }
            check_others() { :; }
            update_lists() { :; }
            run_apt() { echo "$*" >>"$state/log"; }
            export STATE="$state"
            """);

        Assert.Equal(
            [
                "begin 1 package[git] install (:0)", "did 1 install git", "changed 1",
                "begin 2 execute[echo reload >>\"$STATE/log\"] run (:0)", "did 2 run", "changed 2",
                "begin 2 execute[echo reload >>\"$STATE/log\"] run (:0)", "did 2 run", "changed 2",
                "end 0",
            ],
            lines.Where(line => line.Split(' ')[0] is "begin" or "did" or "changed" or "failed" or "why" or "end"));
        Assert.Equal("--allow-downgrades install git\nreload\nreload\n", File.ReadAllText(In("log")));
        Assert.Equal("", File.ReadAllText(In("owed")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_notification_that_is_pending_when_the_run_is_killed_is_recorded_by_the_name_of_its_action(
        string shell)
    {
        var (first, second) = (new ExecuteResource("true"), new ExecuteResource("false"));
        first.Notifies(second.Run);
        second.OnlyWhenNotified();
        var kill = new ExecuteResource("true");
        kill.NotIf("kill -KILL \"$(cut -d' ' -f2 \"$STATE/holder\")\"");
        var program = ProgramFolder.Render(first, kill, second);

        Run(shell, program, "export STATE=\"$state\"");

        Assert.Matches(
            "^(owed [0-9a-f]{12} later run1 - execute\\[false\\] run .*\n){2}$", File.ReadAllText(In("owed")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_record_of_a_pending_notification_is_closed_when_its_action_has_run(string shell)
    {
        var (first, now, later) =
            (new ExecuteResource("true"), new ExecuteResource("echo now"), new ExecuteResource("echo later"));
        first.Notifies(now.Run, Timing.Immediately);
        first.Notifies(later.Run);
        now.OnlyWhenNotified();
        later.OnlyWhenNotified();
        var kill = new ExecuteResource("true");
        kill.NotIf("kill -KILL \"$(cut -d' ' -f2 \"$STATE/holder\")\"");

        Run(shell, ProgramFolder.Render(first, kill, now, later), "export STATE=\"$state\"");

        Assert.Matches(
            "^owed ([0-9a-f]{12}) now run1 .*\nowed ([0-9a-f]{12}) later run1 .*\npaid \\1 -\nowed \\2 later run1 .*\n$",
            File.ReadAllText(In("owed")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void What_a_program_probes_is_what_the_machine_says(string shell)
    {
        File.WriteAllText(In("it's"), "text");
        LocalShell.Run("chmod", "644", In("it's"));
        File.CreateSymbolicLink(In("to -> it"), "a 'b' -> c");
        File.WriteAllText(In("lines"), "one\ntwo 2\n");
        Step[] steps =
        [
            new FileStep(In("it's")) { Content = FileContent.FromText("text") },
            new FileStep(In("missing")),
            new DirectoryStep(folder.Folder) { Owner = "root", Group = "root" },
            new LinkStep(In("to -> it"), "a 'b' -> c"),
            new LineStep(In("lines"), "one"), new LineStep(In("lines"), "two 2") { Match = "^two" },
            new LineStep(
                In("lines"),
                "two 3") { Match = "^two" }, new LineStep(In("lines"), "three") { Present = false },
            new UserStep("root") { Groups = ["root"], Shell = "/bin/sh" }, new UserAbsentStep(
                "nobody-of-this-name", RemoveHome: false),
            new GroupStep("root"), new GroupAbsentStep("no-group-of-this-name"),
        ];
        var program = ProgramFolder.Render([.. steps.Select(step => new StepResource(step))]);
        string[] names =
        [
            "file0_mode", "file0_sum", "file1_mode", "file1_sum", "group0_gid", "group0_members", "group1_gid", "group1_members",
            "line0_edit", "line1_edit", "line2_edit", "line3_edit", "path0_mode", "path0_target", "path1_mode", "path1_target",
            "user0_account", "user1_account",
        ];
        var print = string.Concat(names.Select(name => $"echo \"token probed {name}=${name}\"; "));
        program = program with
        {
            Frame = program.Frame.Replace("\nrun 1\n", $"\n{{ {print}}} >&5\nrun 1\n", StringComparison.Ordinal),
        };

        var lines = Run(shell, program, mode: "plan");

        var ids = $"{Id("-u")} {Id("-g")}";
        Assert.Equal(
            [
                $"file0_mode=file 0644 {ids}",
                "file0_sum=982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1",
                "file1_mode=", "file1_sum=",
                "group0_gid=0", $"group0_members=0:,{Entry("group").Split(':')[3]},", "group1_gid=", "group1_members=absent",
                "line0_edit=none", "line1_edit=none", "line2_edit=needed", "line3_edit=none",
                $"path0_mode=directory 0700 {ids}", "path0_target=", $"path1_mode=link 0777 {ids}", "path1_target=a 'b' -> c",
                $"user0_account={string.Join(':', Entry("passwd").Split(':')[2..])}", "user1_account=absent",
            ],
            lines.Where(line => line.StartsWith("probed ", StringComparison.Ordinal)).Select(line => line[7..]));
    }

    [Fact]
    public void A_program_that_changes_nothing_starts_one_process_for_each_question_about_its_paths()
    {
        Assert.SkipUnless(
            LocalShell.Has("strace") && LocalShell.Has("dash"), "strace or dash is missing on this machine");
        string[] files = ["one", "two", "three"];
        Array.ForEach(files, file => File.WriteAllText(In(file), file));
        var steps = files.Select(file => new FileStep(In(file)) { Content = FileContent.FromText(file) });

        var program = ProgramFolder.Render(
            [.. steps.Append<Step>(new DirectoryStep(folder.Folder)).Select(step => new StepResource(step))]);

        var lines = Run(
            $"strace -f -qq -e trace=execve -e signal=none -o '{In("trace")}' dash", program, mode: "plan");

        Assert.Equal(["hello", "unchanged 1", "unchanged 2", "unchanged 3", "unchanged 4", "end 0"], lines);
        Assert.Equal(
            ["awk", "dash", "sha256sum", "stat"],
            File.ReadLines(In("trace")).Where(line => line.Contains("execve(\"", StringComparison.Ordinal))
                .Select(line => (Process: line.Split(' ')[0], Program: Path.GetFileName(line.Split('"')[1])))
                .Distinct().Select(start => start.Program).Order(StringComparer.Ordinal));
    }

    private static string Id(string option) => Encoding.UTF8.GetString(LocalShell.Run("id", option).Output).Trim();

    private static string Entry(string database) =>
        File.ReadLines($"/etc/{database}").First(line => line.StartsWith("root:", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Shells))]
    public void The_probes_of_all_kinds_of_subjects_are_one_valid_awk_program(string shell)
    {
        var lines = Run(
            shell, ProgramOfAllKinds(), "said=$(printf '' | assignments 2>&1 >/dev/null); echo \"token ended $? $said\" >&5; exit");

        Assert.Equal("ended 0 ", lines[0]);
    }

    private static string Frame()
    {
        var program = ProgramOfAllKinds();
        return $"{program.Subjects}\n{program.Frame}";
    }

    private static ShellProgram ProgramOfAllKinds()
    {
        var (package, service) = (new PackageResource(["git", "curl"]), new ServiceResource("app"));
        package.Notifies(service.Restart);
        return ProgramFolder.Render(
            package,
            service,
            new StepResource(
                new FileStep("/etc/it's [here]") { Owner = "www-data", Group = "adm" },
                new FileStep("/etc/motd") { Content = FileContent.FromText("hello\n") },
                new DirectoryStep("/srv/a b"), new LinkStep("/current", "releases/4"),
                new LineStep("/etc/hosts", "10.0.0.1 it's me") { Match = "^10[.]0" },
                new UserStep("ann") { Groups = ["adm"] }, new GroupStep("ops"), new ServiceStep(
                    "nginx", ServiceState.Started)));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private IReadOnlyList<string> Run(
        string shell, ShellProgram program, string replacements = "", string mode = "converge") =>
        folder.Run(shell, program.Text, mode, replacements);

    private string In(string name) => folder.In(name);
}
