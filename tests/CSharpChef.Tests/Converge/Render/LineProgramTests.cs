using System.Text;
using CSharpChef.Recipes.Steps;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>Line steps in real shells, with the tools of this machine and those of busybox.</summary>
public sealed class LineProgramTests : IDisposable
{
    private const int MostBytesOfOneArgument = 128 * 1024;

    private readonly LocalProgram program = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    private string Conf => program.In("conf");

    public void Dispose() => program.Dispose();

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void Matching_lines_of_more_than_128_KB_are_removed(string shell)
    {
        var comments = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"# comment {i}\n"));
        File.WriteAllText(Conf, comments + "other\n");
        var step = new LineStep(Conf, "") { Match = "^# comment", Present = false };

        var (first, second) = (program.Run(shell, step), program.Run(shell, step));

        Assert.True(comments.Length > MostBytesOfOneArgument);
        Assert.Equal(["did 1 remove line", "changed 1"], first);
        Assert.Equal(["unchanged 1"], second);
        Assert.Equal("other\n", File.ReadAllText(Conf));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_block_of_more_than_128_KB_is_written_once(string shell)
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"line {i}\n"));
        File.WriteAllText(Conf, "before");
        var step = new LineStep(Conf, text) { Block = "big" };

        var (first, second) = (program.Run(shell, step), program.Run(shell, step));

        Assert.True(text.Length > MostBytesOfOneArgument);
        Assert.Equal(["did 1 write block", "changed 1"], first);
        Assert.Equal(["unchanged 1"], second);
        Assert.Equal($"before\n# BEGIN big\n{text}# END big\n", File.ReadAllText(Conf));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_line_in_a_file_with_CRLF_is_replaced_once_and_keeps_the_line_ends(string shell)
    {
        File.WriteAllText(Conf, "name=a\r\nother=b\r\n");
        var step = new LineStep(Conf, "name=x") { Match = "^name=" };

        var (first, second) = (program.Run(shell, step), program.Run(shell, step));

        Assert.Equal(["did 1 replace line", "changed 1"], first);
        Assert.Equal(["unchanged 1"], second);
        Assert.Equal("name=x\r\nother=b\r\n", File.ReadAllText(Conf));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_carriage_return_within_a_line_is_part_of_the_line_that_a_pattern_must_match(string shell)
    {
        const string Text = "progress 10%\rprogress 100%\nkeep\n";
        File.WriteAllText(Conf, Text);

        _ = program.Run(shell, new LineStep(Conf, "done") { Match = "^progress 10%progress" });

        Assert.Equal($"{Text}done\n", File.ReadAllText(Conf));
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_markers_of_a_block_are_found_in_a_file_with_CRLF(string shell)
    {
        File.WriteAllText(Conf, "before\r\n# BEGIN app\r\nold\r\n# END app\r\nafter\r\n");
        var step = new LineStep(Conf, "new\n") { Block = "app" };

        var (first, second) = (program.Run(shell, step), program.Run(shell, step));

        Assert.Equal(["did 1 write block", "changed 1"], first);
        Assert.Equal(["unchanged 1"], second);
        Assert.Equal("before\r\n# BEGIN app\r\nnew\r\n# END app\r\nafter\r\n", File.ReadAllText(Conf));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_file_with_bytes_that_are_not_UTF_8_is_edited_as_text(string shell)
    {
        File.WriteAllBytes(Conf, Encoding.Latin1.GetBytes("name=é\nother=ÿ\n"));
        var step = new LineStep(Conf, "name=x") { Match = "^name={1}" };

        var (first, second) = (program.Run(shell, step), program.Run(shell, step));

        Assert.Equal(["did 1 replace line", "changed 1"], first);
        Assert.Equal(["unchanged 1"], second);
        Assert.Equal("name=x\nother=ÿ\n", Encoding.Latin1.GetString(File.ReadAllBytes(Conf)));
    }

    [Theory, MemberData(nameof(Shells))]
    public void NUL_bytes_are_kept_or_the_action_fails_and_names_them(string shell)
    {
        File.WriteAllText(Conf, "alpha=1\n\0bin\nbeta=2\n");
        var step = new LineStep(Conf, "alpha=9") { Match = "^alpha=" };

        var lines = program.Run(shell, step);

        if (shell == "busybox")
        {
            Assert.Equal($"why 1 {Conf} has NUL bytes, which the awk of this machine cannot keep", lines[^2]);
            Assert.Equal("alpha=1\n\0bin\nbeta=2\n", File.ReadAllText(Conf));
        }
        else
        {
            Assert.Equal(["did 1 replace line", "changed 1"], lines);
            Assert.Equal("alpha=9\n\0bin\nbeta=2\n", File.ReadAllText(Conf));
            Assert.Equal(["unchanged 1"], program.Run(shell, step));
        }
    }

    [WholeSuite, Theory, InlineData("dash"), InlineData("busybox")]
    public void A_line_edit_on_a_machine_is_the_edit_of_the_fake_node(string shell)
    {
        Assert.SkipUnless(LocalShell.Has(shell), $"{shell} is missing on this machine");
        using var unflushed = new LocalProgram { Replacements = "flush() { :; }; show_old_text() { :; }" };
        var conf = unflushed.In("conf");
        string[] texts =
        [
            "", "a", "a\n", "a\r\nb", "b\na\nb\n", "b\r\nPort 1\r\nPort 2\r\na\r\n", "Port 1\nx\r\n", "\n\n", "1.0\n",
            "# BEGIN n\nx\ny\n# END n\nz\n# BEGIN n\n# END n", "# BEGIN n\r\nx\r\n# END n\r\nz", "# BEGIN n\nx\n# BEGIN n\ny",
            "Port\r 1\r\nPort 1\r\r\n\r\n", "Po\rrt 1\nPort 1",
        ];
        LineStep[] steps =
        [
            new(conf, "a"), new(conf, "1"), new(conf, "Port 22") { Match = "^Port [0-9]$" }, new(conf, "x\n\ny\n") { Block = "n" },
            new(conf, "x") { Block = "n" }, new(conf, "") { Block = "n", Present = false }, new(conf, "a") { Present = false },
            new(conf, "") { Match = "^Port.*1{1}$", Present = false }, new(conf, "a\r"), new(conf, "") { Match = "^$", Present = false },
        ];
        foreach (var text in texts)
        {
            File.WriteAllText(conf, text);
            var (edited, expected) = (text, new List<string>());
            foreach (var (i, step) in steps.Index())
            {
                var old = edited;
                edited = LineEdit.Apply(step, old)!;
                expected.AddRange(edited == old
                    ? [$"unchanged {i + 1}"]
                    : [$"did {i + 1} {LineEdit.Change(step, old)}", $"changed {i + 1}"]);
            }

            Assert.Equal(expected, unflushed.Run(shell, steps));
            Assert.Equal(edited, File.ReadAllText(conf));
        }
    }

    [Theory]
    [InlineData("grep() { echo 'grep: out of memory' >&2; return 2; }", "grep: out of memory")]
    [InlineData("awk() { echo 'awk: cannot start' >&2; return 126; }", "awk: cannot start")]
    [InlineData("stat() { echo \"stat: cannot statx '$4': Input/output error\" >&2; return 1; }", "Input/output error")]
    public void A_tool_that_fails_fails_the_action_with_its_words(string replacement, string words)
    {
        using var failing = new LocalProgram { Replacements = replacement };
        var path = failing.In("conf");
        File.WriteAllText(path, "key=1\n");

        foreach (var shell in LocalShell.Tested)
        {
            foreach (var isPresent in new[] { true, false })
            {
                var lines = failing.Run(shell, new LineStep(path, "key=2") { Match = "^key={1}", Present = isPresent });

                Assert.Equal("failed 1", lines[^1]);
                Assert.Contains(words, lines[^2], StringComparison.Ordinal);
                Assert.Equal("key=1\n", File.ReadAllText(path));
            }
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_file_that_the_user_may_not_read_fails_the_action(string shell)
    {
        using var ordinary = new LocalProgram { AsOrdinaryUser = true };
        var path = ordinary.In("conf");
        File.WriteAllText(path, "key=1\n");
        LocalShell.Run("chmod", "200", path);
        LineStep[] steps =
        [
            new(path, "key=2") { Match = "^key=" }, new(path, "key=1"), new(path, "key=3") { Present = false },
            new(path, "") { Block = "b", Present = false },
        ];

        foreach (var step in steps)
        {
            Assert.Equal(
                [$"why 1 cannot read {path}: Permission denied", "failed 1"], ordinary.Run(shell, step));
            Assert.Equal("failed 1", ordinary.Plan(shell, step)[^1]);
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_link_that_leads_to_no_file_fails_and_stays(string shell)
    {
        File.CreateSymbolicLink(Conf, "nowhere");

        var lines = program.Run(shell, new LineStep(Conf, "x"));

        Assert.Equal("failed 1", lines[^1]);
        Assert.StartsWith($"why 1 {Conf} is a link to nowhere, which does not exist", lines[0], StringComparison.Ordinal);
        Assert.Equal(["unchanged 1"], program.Run(shell, new LineStep(Conf, "x") { Present = false }));
        Assert.Equal(lines, program.Plan(shell, new LineStep(Conf, "x")));
        Assert.False(File.Exists(program.In("nowhere")));
    }
}
