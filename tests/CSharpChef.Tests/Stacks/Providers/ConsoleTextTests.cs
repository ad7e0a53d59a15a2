using CSharpChef.Stacks.Providers.Local;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class ConsoleTextTests : IDisposable
{
    private readonly DirectoryInfo folder = new(TemporaryFolder.Create("console-"));

    private string Console => Path.Combine(folder.FullName, "console.log");

    [Fact]
    public void The_text_of_a_console_has_no_sequences_that_control_a_terminal() => Assert.Equal(
        "[  OK  ] Started ssh.\n\tnext\n",
        ConsoleText.Clean("[\x1b[0;32m  OK  \x1b[0m] Started ssh.\r\n\t\x1b]0;title\x07next\x1b[2J\0\n"));

    [Fact]
    public void A_long_console_is_cut_at_the_start_of_a_line()
    {
        File.WriteAllLines(Console, Enumerable.Range(10_000, 20_000).Select(number => $"line {number}"));

        var lines = ConsoleText.ReadTail(Console).Split('\n');

        Assert.Equal("line 29999", lines[^2]);
        Assert.StartsWith("line ", lines[0], StringComparison.Ordinal);
        Assert.InRange(lines.Length, 5_000, 6_000);
    }

    [Fact]
    public void A_short_console_is_whole()
    {
        File.WriteAllText(Console, "only");

        Assert.Equal("only", ConsoleText.ReadTail(Console));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
