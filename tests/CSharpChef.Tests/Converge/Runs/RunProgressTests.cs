using CSharpChef.Converge.Runs;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Tests.Converge.Runs;

public sealed class RunProgressTests
{
    private readonly RunProgress progress = new(
        "t0k3n", new Dictionary<string, FileContent> { ["abc"] = FileContent.FromText("x") });

    [Fact]
    public void A_run_has_started_with_its_hello_line_and_ended_with_its_end_line()
    {
        Read("Welcome to this machine", "t0k3n hello");
        Assert.True(progress is { HasStarted: true, HasEnded: false });

        Read("t0k3n changed 1", "t0k3n end 1");
        Assert.True(progress is { HasStarted: true, HasEnded: true, IsUnknown: false, IsInterrupted: false });
    }

    [Fact]
    public void A_line_without_the_token_of_the_run_is_ignored()
    {
        Read("t0k3nhello", "hello", " t0k3n hello", "|t0k3n hello", "other hello", "", "t0k3n", "|t0k3n end 0");

        Assert.False(progress.HasStarted || progress.HasEnded);
    }

    [Fact]
    public void A_program_waits_only_for_content_that_it_brought_and_only_until_its_next_line()
    {
        Read("t0k3n need abc /srv/file");
        Assert.Equal(("abc", "/srv/file"), progress.MissingContent);

        Read("t0k3n changed 1");
        Assert.Null(progress.MissingContent);

        Read("t0k3n need def /srv/file", "need abc /srv/file");
        Assert.Null(progress.MissingContent);
    }

    [Fact]
    public void Lines_of_the_journal_are_counted_from_its_first_line_on()
    {
        Read("Welcome", "t0k3n hello");
        Assert.Equal(0, progress.JournalLines);

        Read("t0k3n run 20261124T091500Z-3fa2c1 ann", "|output", "", "t0k3n changed 1");
        Assert.Equal(4, progress.JournalLines);
    }

    [Fact]
    public void Facts_at_the_end_of_a_run_are_not_counted_as_lines_of_its_journal()
    {
        Read("t0k3n run 20261124T091500Z-3fa2c1 ann", "t0k3n fact hostname=web1");
        Assert.Equal((1, 0), (progress.JournalLines, progress.LastLine));

        Read("t0k3n end 0");
        Assert.Equal(2, progress.LastLine);
    }

    [Fact]
    public void Lines_of_the_program_that_follows_a_journal_are_not_counted_as_lines_of_the_journal()
    {
        Read("t0k3n run 20261124T091500Z-3fa2c1 ann", "t0k3n begin 1 file[a] create", "t0k3n reading");
        Assert.Equal((2, 0), (progress.JournalLines, progress.LastLine));

        Read("t0k3n changed 1");
        Assert.Equal((3, 3), (progress.JournalLines, progress.LastLine));

        Read("t0k3n over");
        Assert.Equal((3, 0), (progress.JournalLines, progress.LastLine));
    }

    [Fact]
    public void A_run_unknown_to_its_host_starts_again_from_the_first_line()
    {
        Read("t0k3n hello", "t0k3n run 20261124T091500Z-3fa2c1 ann", "t0k3n none");
        Assert.True(progress.IsUnknown);

        progress.Restart();
        Assert.True(progress is { HasStarted: false, IsUnknown: false, JournalLines: 0 });
    }

    [Fact]
    public void A_journal_that_is_over_before_the_end_line_is_of_an_interrupted_run()
    {
        Read("t0k3n run 20261124T091500Z-3fa2c1 ann", "t0k3n over");

        Assert.True(progress is { IsInterrupted: true, HasEnded: false });
    }

    private void Read(params string[] lines) => lines.ToList().ForEach(progress.Read);
}
