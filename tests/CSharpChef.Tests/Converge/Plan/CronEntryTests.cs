using CSharpChef.Converge.Plan;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class CronEntryTests
{
    private static readonly CronStep Entry = new("backup")
    {
        Schedule = "15 3 * * *",
        Command = "backup $(date +%F)",
        User = "ann",
        Environment = new Dictionary<string, string> { ["MAILTO"] = "ops team", ["A"] = "1" },
    };

    [Fact]
    public void A_cron_entry_is_a_file_in_the_folder_of_cron()
    {
        var file = Assert.IsType<FileStep>(Lowered(Entry, FakeNode.Debian12()));

        Assert.Equal(
            ("/etc/cron.d/backup", "0644", "root", "root"), (file.Path, $"{file.Mode}", file.Owner, file.Group));
        Assert.Equal(
            "# csharpchef: backup\nA=1\nMAILTO=ops team\n15 3 * * * ann backup $(date +\\%F)\n", file.Content!.Text);
    }

    [Fact]
    public void A_cron_entry_is_a_block_in_the_crontab_of_its_user_on_Alpine()
    {
        var line = Assert.IsType<LineStep>(Lowered(Entry, FakeNode.Alpine320()));

        Assert.Equal(("/etc/crontabs/ann", "csharpchef: backup", true), (line.Path, line.Block, line.Present));
        Assert.Equal("15 3 * * * A=1 MAILTO='ops team' backup $(date +%F)", line.Text);
    }

    [Fact]
    public void A_cron_entry_that_must_not_exist_is_an_absent_file_or_block()
    {
        var absent = Entry with { Present = false };

        Assert.Equal(new AbsentStep("/etc/cron.d/backup", PathKind.File), Lowered(absent, FakeNode.Rocky9()));
        Assert.False(Assert.IsType<LineStep>(Lowered(absent, FakeNode.Alpine320())).Present);
    }

    private static Step Lowered(CronStep step, FakeNode node) => CronEntry.StepFor(step, StepResource.NodeOf(node));
}
