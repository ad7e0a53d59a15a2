using CSharpChef.Stacks.Runs.Resuming;

namespace CSharpChef.Tests.Stacks.Runs.Resuming;

public sealed class JournalReaderTests
{
    private readonly List<string> log = [];

    [Fact]
    public void A_run_that_has_ended_tells_its_changes_and_its_exit_code()
    {
        var journal = Read(
            "run 20261201T010203Z-000000 csharpchef", "unchanged 1", "begin 2 file[/etc/motd] create", "did 2 write content",
            "changed 2", "end 0");

        Assert.Equal((0, "1 changed, 0 failed", null), (journal.ExitCode, journal.Summary, journal.Current));
        Assert.Equal(["file[/etc/motd] create write content"], log);
    }

    [Fact]
    public void What_changed_or_failed_has_a_result()
    {
        var journal = Read(
            "unchanged 1", "begin 2 file[/etc/motd] create", "did 2 write content", "did 2 set mode", "changed 2",
            "begin 3 execute[make] run", "why 3 exit code 2", "failed 3", "end 1");

        Assert.Equal(
            ["file[/etc/motd] create: changed, write content, set mode, ", "execute[make] run: failed, exit code 2"],
            journal.Results.Select(result =>
                $"{result.Resource}: {string.Join(", ", [result.Status, .. result.Changes!, result.Message])}"));
    }

    [Fact]
    public void A_failure_has_its_title_and_its_reason()
    {
        var journal = Read("begin 1 execute[make] run", "why 1 exit code 2", "output 1", "|did 9 forged", "", "failed 1", "end 1");

        Assert.Equal((1, "execute[make] run failed: exit code 2"), (journal.ExitCode, journal.Summary));
        Assert.Equal(["execute[make] run failed: exit code 2"], log);
    }

    [Fact]
    public void A_run_that_was_interrupted_names_the_action_that_had_begun()
    {
        var journal = Read("begin 1 execute[make] run", "did 1 run");

        Assert.Equal(((int?)null, "execute[make] run"), (journal.ExitCode, journal.Current));
    }

    [Fact]
    public void A_run_that_asks_for_content_or_was_cancelled_says_so()
    {
        Assert.True(Read("need abc /srv/file").NeedsContent);
        Assert.True(Read("cancelled", "end 1").IsCancelled);
    }

    private JournalReader Read(params string[] lines)
    {
        var journal = new JournalReader(log.Add);
        Array.ForEach(lines, journal.Read);
        return journal;
    }
}
