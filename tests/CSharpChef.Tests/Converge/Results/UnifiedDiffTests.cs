using System.Text;
using CSharpChef.Converge.Results;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Results;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void A_diff_has_three_lines_of_context() => Assert.Equal(
        "--- /a\n+++ /a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
        UnifiedDiff.Of(
            "/a",
            Lines("1", "2", "3", "4", "5", "6", "7", "8", "9"),
            Lines("1", "2", "3", "4", "five", "6", "7", "8", "9")));

    [Fact]
    public void The_range_of_an_empty_old_text_starts_at_line_0() =>
        Assert.Equal("--- /a\n+++ /a\n@@ -0,0 +1 @@\n+new\n", UnifiedDiff.Of("/a", "", "new\n"));

    [Fact]
    public void A_missing_last_line_end_is_shown() => Assert.Equal(
        "--- /a\n+++ /a\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n", UnifiedDiff.Of("/a", "a", "a\n"));

    [Fact]
    public void Carriage_returns_are_not_shown() =>
        Assert.Equal("--- /a\n+++ /a\n@@ -0,0 +1 @@\n+a\n", UnifiedDiff.Of("/a", "", "a\r\n"));

    [Fact, WholeSuite]
    public void Diffs_of_random_texts_equal_those_of_the_diff_program()
    {
        Assert.SkipUnless(LocalShell.Has("diff"), "there is no diff here");
        var folder = TemporaryFolder.Create("diffs-");
        var pairs = Pairs(60);
        for (var i = 0; i < pairs.Count; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"old{i}"), pairs[i].Old);
            File.WriteAllText(Path.Combine(folder, $"new{i}"), pairs[i].New);
        }

        var script =
            $"cd {folder}; i=0; while [ $i -lt {pairs.Count} ]; do diff -u old$i new$i | tail -n +3; printf '\\0'; i=$((i+1)); done";
        var expected = Encoding.UTF8.GetString(LocalShell.Output(LocalShell.Present[0], script)).Split('\0');
        Directory.Delete(folder, recursive: true);

        Assert.All(pairs.Index(), pair => Assert.Equal(
            expected[pair.Index], UnifiedDiff.Of("/a", pair.Item.Old, pair.Item.New)["--- /a\n+++ /a\n".Length..]));
    }

    /// <summary>Texts whose lines are all different, so that there is one shortest difference.</summary>
    private static List<(string Old, string New)> Pairs(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var old = Enumerable.Range(0, random.Next(0, 30)).Select(i => $"line {i}").ToList();
            var @new = old.SelectMany((line, i) => random.Next(8) switch
            {
                0 => Array.Empty<string>(),
                1 => [line, $"more {i}"],
                2 => [$"other {i}"],
                _ => [line],
            }).ToList();
            return (Text(old, random), Text(@new.Count == 0 ? ["only"] : @new, random));
        }).Where(pair => pair.Item1 != pair.Item2)];
    }

    private static string Text(List<string> lines, Random random) =>
        lines.Count == 0 ? "" : string.Join('\n', lines) + (random.Next(4) == 0 ? "" : "\n");

    private static string Lines(params string[] lines) => string.Concat(lines.Select(line => line + "\n"));
}
