using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>
/// Steps of files, directories and links in real shells, with the tools of this machine and those of busybox.
/// </summary>
public sealed class FileProgramTests : IDisposable
{
    private readonly LocalProgram program = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    private string Conf => program.In("conf");

    public void Dispose() => program.Dispose();

    [Theory, MemberData(nameof(Shells))]
    public void A_file_replaces_a_link_to_a_directory_and_not_what_is_in_it(string shell)
    {
        Directory.CreateDirectory(program.In("real"));
        File.CreateSymbolicLink(Conf, program.In("real"));
        var step = Text(Conf, "x") with { FollowLinks = false };

        Assert.Equal(["did 1 create file", "changed 1"], program.Run(shell, step));
        Assert.Equal(["unchanged 1"], program.Run(shell, step));
        Assert.Null(new FileInfo(Conf).LinkTarget);
        Assert.Equal("x", File.ReadAllText(Conf));
        Assert.Empty(Directory.EnumerateFileSystemEntries(program.In("real")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_folder_that_an_interrupted_run_left_does_not_stop_a_file_or_a_link(string shell)
    {
        Directory.CreateDirectory(program.In(".csharpchef.new/old"));
        Assert.Equal("changed 1", program.Run(shell, Text(Conf, "x"))[^1]);
        Directory.CreateDirectory(program.In(".csharpchef.new/old"));
        Assert.Equal("changed 1", program.Run(shell, new LinkStep(program.In("link"), "conf"))[^1]);
        Assert.False(Directory.Exists(program.In(".csharpchef.new")));
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void Verify_sees_the_name_of_the_file_and_its_path_in_any_quotes(string shell)
    {
        string[] good =
        [
            "test \"$(basename {path})\" = app.service", "grep -q good {path}", "grep -q good '{path}'", "grep -q good \"{path}\"",
            "! grep -q bad '{path}'", "sh -c 'grep -q good {path}'", "sh -c \"grep -q good '{path}'\"", "test \"$(cat '{path}')\" = good",
            "case '{path}{path}' in *.service/*.service) ;; *) exit 1 ;; esac", "grep -q good <<END && exit 1\n{path}\nEND\n:",
        ];
        var path = program.In("app.service");
        foreach (var command in good)
        {
            File.Delete(path);
            var step = Text(path, "good") with { Verify = command };
            Assert.Equal(["did 1 create file", "changed 1"], program.Run(shell, step));
            Assert.Equal(["unchanged 1"], program.Run(shell, step));
        }

        var bad = program.Run(shell, Text(path, "bad") with { Verify = "! grep bad '{path}'" });
        Assert.Equal(["why 1 Verify refused the new file: bad", "failed 1"], bad);
        Assert.Equal("good", File.ReadAllText(path));
        Assert.Empty(Directory.EnumerateFileSystemEntries(program.In(""), ".csharpchef*"));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_file_that_Verify_refuses_is_not_listed_as_a_change_and_one_that_it_accepts_at_a_retry_is(string shell)
    {
        using var resources = new ResourceProgram();
        File.WriteAllText(Conf, "old");
        var accepts = new FileResource(Conf) { Content = "new", Verify = $"test -e {program.In("ready")}" };
        var retries = new FileResource(Conf) { Content = "new", Verify = $"mkdir {program.In("ready")}-$$ && ls -d {program.In("ready")}-*" };

        Assert.Equal(["why 1 Verify refused the new file", "failed 1"], resources.Converge(shell, accepts)
            .Where(line => !line.StartsWith("old ", StringComparison.Ordinal) && line != "|old"));
        Assert.Equal("changed 1", resources.Converge(shell, retries)[^1]);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_directory_that_was_made_is_listed_also_when_its_owner_cannot_be_set(string shell)
    {
        using var failing = new LocalProgram { Replacements = "chown() { echo 'chown: refused' >&2; return 1; }" };

        Assert.Equal(
            ["did 1 create directory", "why 1 chown: refused", "failed 1"],
            failing.Run(shell, new DirectoryStep(failing.In("made")) { Owner = "root" }));
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void Verify_of_a_path_with_quotes_sees_a_path_without_them(string shell)
    {
        var path = program.In("it's \"an\" $app `x`.conf");
        foreach (var command in new[] { "grep -q good {path}", "grep -q good '{path}'", "sh -c \"grep -q good '{path}'\"" })
        {
            File.Delete(path);
            var step = Text(path, "good") with { Verify = $"case '{{path}}' in */it_s__an___app__x_.conf) {command} ;; *) false ;; esac" };
            Assert.Equal(["did 1 create file", "changed 1"], program.Run(shell, step));
        }

        Assert.Equal("failed 1", program.Run(shell, Text(path, "bad") with { Verify = "grep -q good '{path}'" })[^1]);
        Assert.Equal("good", File.ReadAllText(path));
    }

    [Theory, MemberData(nameof(Shells))]
    public void Verify_may_be_longer_than_128_KB(string shell)
    {
        var command = $"grep -q good {{path}} # {new string('x', 140_000)}";

        Assert.Equal("changed 1", program.Run(shell, Text(Conf, "good") with { Verify = command })[^1]);
        Assert.Equal("failed 1", program.Run(shell, Text(Conf, "bad") with { Verify = command })[^1]);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_directory_has_the_setgid_bit_of_its_folder_unless_its_mode_is_wanted(string shell)
    {
        Directory.CreateDirectory(program.In("team"));
        LocalShell.Run("chmod", "2775", program.In("team"));
        Step[] steps =
        [
            new DirectoryStep(program.In("team/new")), new DirectoryStep(program.In("team/one/two")) { Recursive = true },
            new DirectoryStep(program.In("team/plain")) { Mode = Permissions.Parse("0755") },
        ];

        Assert.Equal("changed 3", program.Run(shell, steps)[^1]);
        Assert.Equal(["unchanged 1", "unchanged 2", "unchanged 3"], program.Run(shell, steps));
        Assert.Equal(["2755", "2755", "2755", "755"], Modes("team/new", "team/one", "team/one/two", "team/plain"));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_link_that_leads_to_no_file_fails_unless_the_file_is_only_created_when_missing(string shell)
    {
        File.CreateSymbolicLink(Conf, "nowhere");

        var lines = program.Run(shell, Text(Conf, "x"));

        Assert.StartsWith($"why 1 {Conf} is a link to nowhere, which does not exist", lines[0], StringComparison.Ordinal);
        Assert.Equal("failed 1", lines[^1]);
        Assert.Equal(["unchanged 1"], program.Run(shell, Text(Conf, "x") with { CreateOnly = true }));
        Assert.Equal("nowhere", new FileInfo(Conf).LinkTarget);
        Assert.Equal("changed 1", program.Run(shell, Text(Conf, "x") with { FollowLinks = false })[^1]);
    }

    [Theory, MemberData(nameof(Shells))]
    public void What_is_in_a_folder_that_the_user_may_not_search_is_not_taken_for_missing(string shell)
    {
        using var ordinary = new LocalProgram { AsOrdinaryUser = true };
        Directory.CreateDirectory(ordinary.In("locked"));
        var path = ordinary.In("locked/f");
        LocalShell.Run("chmod", "600", ordinary.In("locked"));
        Step[] steps =
        [
            Text(path, "x"), Text(path, "x") with { CreateOnly = true }, new LineStep(path, "x"),
            new LineStep(path, "x") { Present = false }, new AbsentStep(path, PathKind.File), new DirectoryStep(path),
        ];

        foreach (var step in steps)
        {
            Assert.Equal([$"why 1 cannot inspect {path}: Permission denied", "failed 1"], ordinary.Run(shell, step));
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_folder_that_the_user_may_not_write_is_named_without_the_words_of_the_shell(string shell)
    {
        using var ordinary = new LocalProgram { AsOrdinaryUser = true };
        Directory.CreateDirectory(ordinary.In("locked"));
        var path = ordinary.In("locked/f");
        LocalShell.Run("chmod", "500", ordinary.In("locked"));

        foreach (var step in new Step[] { Text(path, "x"), new LineStep(path, "x"), Text(path, "x") with { Verify = ":" } })
        {
            var why = ordinary.Run(shell, step)[^2];
            Assert.Matches($"^why 1 cannot write {path}: .*{ordinary.In("locked")}/[.]csharpchef[.]new.*: Permission denied$", why);
            Assert.DoesNotMatch("sh: |line [0-9]|on the file system", why);
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_fails_where_a_folder_may_not_be_written(string shell)
    {
        using var ordinary = new LocalProgram { AsOrdinaryUser = true };
        Directory.CreateDirectory(ordinary.In("locked"));
        var path = ordinary.In("locked/f");
        File.WriteAllText(path, "old");
        LocalShell.Run("chmod", "500", ordinary.In("locked"));

        foreach (var step in new Step[]
        {
            Text(path, "x"), new LineStep(path, "x"), new AbsentStep(path, PathKind.File), new DirectoryStep($"{path}d"),
            new DirectoryStep($"{path}d/e") { Recursive = true }, new LinkStep($"{path}l", "f"),
        })
        {
            Assert.Matches("^why 1 cannot write .*: its folder may not be written$", ordinary.Plan(shell, step)[^2]);
        }
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void A_plan_fails_for_a_file_that_an_attribute_locks(string shell)
    {
        foreach (var (letter, word) in new[] { ('i', "immutable"), ('a', "append-only") })
        {
            using var locked = new LocalProgram
            {
                Replacements = $"lsattr() {{ case $3 in */conf) echo \"----{letter}----e-- $3\" ;; *) return 1 ;; esac; }}",
            };
            var path = locked.In("conf");
            File.WriteAllText(path, "old");
            var lockText = $"({path} is {word}: chattr -{letter} {path})";

            foreach (var step in new Step[] { Text(path, "x"), new LineStep(path, "x"), new AbsentStep(path, PathKind.File) })
            {
                Assert.Equal([$"why 1 cannot write {path} {lockText}", "failed 1"], locked.Plan(shell, step));
            }

            var permissions = Text(path, "old") with { Mode = Permissions.Parse("0600") };
            Assert.Equal([$"why 1 cannot change {path} {lockText}", "failed 1"], locked.Plan(shell, permissions));
            Assert.Equal([$"why 1 cannot change {path} {lockText}", "failed 1"], locked.Run(shell, permissions));
            Assert.Equal(["unchanged 1"], locked.Plan(shell, Text(path, "old")));
            Assert.Equal(
                letter == 'a' ? "changed 1" : "failed 1", locked.Plan(shell, new TouchStep(path))[^1]);
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_makes_only_directories_in_a_folder_that_is_append_only(string shell)
    {
        using var locked = new LocalProgram
        {
            Replacements = "lsattr() { case $3 in */conf) return 1 ;; *) echo \"-----a---e-- $3\" ;; esac; }",
        };
        var path = locked.In("conf");
        var folder = locked.In("").TrimEnd('/');

        Assert.Equal(
            [$"why 1 cannot write {path} ({folder} is append-only: chattr -a {folder})", "failed 1"],
            locked.Plan(shell, Text(path, "x")));
        Assert.Equal("changed 1", locked.Plan(shell, new DirectoryStep(path))[^1]);
        Assert.Equal("changed 1", locked.Plan(shell, new TouchStep(path))[^1]);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_file_where_a_folder_is_wanted_is_named(string shell)
    {
        File.WriteAllText(Conf, "x");

        foreach (var step in new Step[]
        {
            Text($"{Conf}/f", "x"), Text($"{Conf}/d/f", "x"), new DirectoryStep($"{Conf}/d/e") { Recursive = true },
        })
        {
            string[] lines = [$"why 1 {Conf} is not a directory, so nothing can be made below it", "failed 1"];
            Assert.Equal(lines, program.Plan(shell, step));
            Assert.Equal(lines, program.Run(shell, step));
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_pipe_where_a_file_is_wanted_fails_and_is_not_read(string shell)
    {
        LocalShell.Run("mkfifo", program.In("pipe"));
        File.WriteAllText(Conf, "x");
        Step[] steps =
        [
            Text(Conf, "x"), new LineStep(Conf, "x"), new LineStep(program.In("pipe"), "x"), Text(program.In("pipe"), "x"),
        ];

        var why = $"something that is not a file is at {program.In("pipe")}";
        Assert.Equal(["unchanged 1", "unchanged 2", $"why 3 {why}", "failed 3"], program.Run(shell, steps));
        Assert.Equal([$"why 1 {why}", "failed 1"], program.Plan(shell, steps[^1]));
    }

    [Theory]
    [InlineData("sha256sum() { echo 'sha256sum: read error' >&2; return 1; }", "cannot read {0}: sha256sum: read error")]
    [InlineData("getent() { echo 'getent: no answer' >&2; return 1; }", "cannot look up group ghosts: getent: no answer")]
    [InlineData("id() { echo 'id: no answer' >&2; return 1; }", "cannot look up user ghost: id: no answer")]
    [InlineData(
        "mv() { echo 'mv: Operation not permitted' >&2; return 1; }; lsattr() { echo \"----i-----e-- $3\"; }",
        "cannot write {0}: mv: Operation not permitted ({0} is immutable: chattr -i {0})")]
    [InlineData(
        "mv() { echo 'mv: Operation not permitted' >&2; return 1; }; lsattr() { return 1; }",
        "cannot write {0}: mv: Operation not permitted")]
    public void A_tool_that_fails_fails_the_action_with_its_words(string replacement, string words)
    {
        using var failing = new LocalProgram { Replacements = replacement };
        var path = failing.In("conf");
        File.WriteAllText(path, "old");
        var step = Text(path, "new") with
        {
            Owner = words.Contains("ghost:", StringComparison.Ordinal) ? "ghost" : null,
            Group = words.Contains("ghosts", StringComparison.Ordinal) ? "ghosts" : null,
        };

        foreach (var shell in LocalShell.Tested)
        {
            var lines = failing.Run(shell, step);

            Assert.Equal(["why 1 " + words.Replace("{0}", path, StringComparison.Ordinal), "failed 1"], lines.TakeLast(2));
            Assert.Equal("old", File.ReadAllText(path));
        }
    }

    private static FileStep Text(string path, string text) => new(path) { Content = FileContent.FromText(text) };

    private string[] Modes(params string[] names) => [.. names.Select(name =>
        System.Text.Encoding.UTF8.GetString(LocalShell.Run("stat", "-c", "%a", program.In(name)).Output).Trim())];
}
