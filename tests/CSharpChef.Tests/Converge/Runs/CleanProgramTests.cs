using System.Runtime.Versioning;
using System.Text;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Runs;
using CSharpChef.Recipes.Steps;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Runs;

/// <summary>The program of <c>clean</c> removes the files of runs, and nothing else that is in their folder.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class CleanProgramTests : IDisposable
{
    private const string Done = "removed what csharpchef left\n";
    private const string Journal = "runs/20261124T091500Z-3fa2c1";
    private const string Copy = "backup/etc/motd.20261124T091500Z";
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherExecute;
    private readonly string folder = TemporaryFolder.Create("clean-");

    public CleanProgramTests() => Assert.SkipWhen(LocalShell.Present.Count == 0, "this machine has no POSIX shell");

    private string State => Path.Combine(folder, "state");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_file_that_a_shell_part_makes_in_the_state_folder_is_removed_and_then_the_folder()
    {
        var names = SourceTree.ShellParts.SelectMany(part => StateFile().Matches(File.ReadAllText(part)))
            .Select(match => match.Groups[1].Value)
            .Where(name => name is not ("runs" or "backup"))
            .ToHashSet();

        foreach (var shell in LocalShell.Tested)
        {
            Write([.. names, Journal, Copy]);

            Assert.Equal((0, Done), Clean(shell));
            Assert.False(Directory.Exists(State), "the folder is still there");
        }

        Assert.Superset(new HashSet<string> { "lock", "holder", "waiting", "cancel", "work", "receiver", "apt-lists" }, names);
    }

    [Fact]
    public void What_a_server_and_others_keep_in_the_same_folder_stays()
    {
        string[] others =
        [
            "backup/etc/motd", "backup/nightly.tar", "credentials", "csharpchef.db", "csharpchef.db-wal", "machines/web1/disk",
            "master.key", "runs/notes", "server.lock",
        ];
        foreach (var shell in LocalShell.Tested)
        {
            Write([.. others, "lock", "holder", Journal, Copy]);

            Assert.Equal((0, $"{State} stays: it has files that runs did not make\n{Done}"), Clean(shell));
            Assert.Equal(others, Remaining());
        }
    }

    [Fact]
    public void A_run_can_begin_and_clean_succeeds_after_it()
    {
        using var runs = new ProgramFolder();
        var target = runs.In("motd");
        File.WriteAllText(target, "old\n");
        var step = new FileStep(target) { Content = FileContent.FromText("new\n"), Backup = 1 };
        var program = ProgramFolder.Render(new StepResource(step));

        foreach (var shell in LocalShell.Tested)
        {
            Assert.Contains("end 0", runs.Run(shell, program.Text));

            Assert.EndsWith(Done, Clean(shell, runs.Folder).Output);
        }

        Assert.DoesNotContain(runs.In("lock"), Directory.EnumerateFileSystemEntries(runs.Folder));
        Assert.False(Directory.Exists(runs.In("backup")));
    }

    [Fact]
    public void The_temporary_files_of_an_interrupted_run_are_removed()
    {
        var work = Directory.CreateDirectory(Path.Combine(folder, "csharpchef.a1B2c3")).FullName;
        Write("work", "holder");
        File.WriteAllText(Path.Combine(State, "work"), work + "\n");

        Clean(LocalShell.Tested[0]);

        Assert.False(Directory.Exists(work));
    }

    [Fact]
    public void Each_pending_notification_is_named_when_it_is_dropped()
    {
        Write("lock");
        File.WriteAllText(Path.Combine(State, PendingFile()), $"{PendingWord()} 0123456789ab later run1 app::default service[app] restart\n");

        var (code, output) = Clean(LocalShell.Tested[0]);

        Assert.Equal(0, code);
        Assert.StartsWith(
            "service[app] restart is not pending any more: it was since run1, and the next run of app::default does not run it\n",
            output);
    }

    [Fact]
    public void An_active_run_keeps_its_files_and_the_message_has_commands_to_copy()
    {
        using var run = new ActiveRun(State);
        Write("lock");

        var (code, output) = Clean(LocalShell.Tested[0]);

        Assert.Equal(1, code);
        Assert.Equal(
            $"""
            run {ActiveRun.Name} has this machine, started by ann@laptop: nothing is removed
            follow it with: csharpchef runs 'the host' follow {ActiveRun.Name} --ssh-config x
            end it with: csharpchef runs 'the host' cancel {ActiveRun.Name} --ssh-config x

            """,
            output);
        Assert.Equal(["holder", "lock"], Remaining());
    }

    [Fact]
    public void Files_stay_when_a_process_that_is_not_a_run_has_the_lock()
    {
        Assert.SkipUnless(LocalShell.Has("flock"), "flock is missing on this machine");
        Write("lock", "holder");
        using var held = new FileStream(
            Path.Combine(State, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var (code, output) = Clean(LocalShell.Tested[0]);

        Assert.Equal(1, code);
        Assert.Matches(@$"^.+ \(process {Environment.ProcessId}\) has the lock .+/state/lock: try again", output);
        Assert.Equal(["holder", "lock"], Remaining());
    }

    [Fact]
    public void The_folder_of_another_user_stays_and_clean_succeeds()
    {
        Write("lock");
        File.SetUnixFileMode(State, ReadOnly);
        File.SetUnixFileMode(folder, ReadOnly | UnixFileMode.UserWrite);
        try
        {
            var (code, output) = Clean(LocalShell.Tested[0], asOrdinaryUser: true);

            Assert.Equal(0, code);
            Assert.Matches($"^{Regex.Escape(State)} stays: it belongs to .+\n{Done}$", output);
        }
        finally
        {
            File.SetUnixFileMode(State, ReadOnly | UnixFileMode.UserWrite);
        }
    }

    private void Write(params string[] names)
    {
        foreach (var path in names.Select(name => Path.Combine(State, name)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "x\n");
        }
    }

    private IEnumerable<string> Remaining() => Directory.EnumerateFiles(State, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(State, path)).Order(StringComparer.Ordinal);

    private (int Code, string Output) Clean(string shell, string? state = null, bool asOrdinaryUser = false)
    {
        var program = Path.Combine(folder, "clean");
        File.WriteAllText(program, JournalProgram.Clean("csharpchef runs 'the host'", " --ssh-config x"));
        var user = asOrdinaryUser && Environment.IsPrivilegedProcess
            ? "setpriv --reuid 65534 --regid 65534 --clear-groups "
            : "";
        var (code, output) = LocalShell.Run(
            "sh",
            "-c",
            $"CSHARPCHEF_STATE='{state ?? State}' exec {user}{(shell == "busybox" ? "busybox sh" : shell)} -s <'{program}'");
        return (code, Encoding.UTF8.GetString(output));
    }

    private static string PendingFile() => StateFile().Match(PendingPart()).Groups[1].Value;

    private static string PendingWord() => Regex.Match(PendingPart(), "pending=([a-z]+)").Groups[1].Value;

    private static string PendingPart() => File.ReadAllText(
        SourceTree.ShellParts.Single(path => path.EndsWith("/pending.sh", StringComparison.Ordinal)));

    [GeneratedRegex(@"\$state""?/([a-z-]+)")]
    private static partial Regex StateFile();
}
