using CSharpChef.Converge.Runs;
using CSharpChef.Recipes;

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
