using CSharpChef.Converge.Runs;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Runs.Resuming;
using CommandResult = CSharpChef.Stacks.Fleet.CommandResult;

namespace CSharpChef.Tests.Stacks.Runs.Resuming;

public sealed class ResumptionTests
{
    private static readonly CommandPart First = new(1, "20261201T010203Z-000000", IsLast: false);
    private static readonly CommandPart Last = First with { Number = 2, IsLast = true };

    [Theory]
    [InlineData("execute_recipes")]
    [InlineData("setup")]
    public void The_result_of_the_last_part_is_that_of_the_command(string type)
    {
        Assert.Equal(0, Of(type, Last, FollowEnd.Ended, "end 0")!.ExitCode);
        Assert.Equal(1, Of(type, Last, FollowEnd.Ended, "end 1")!.ExitCode);
    }

    [Fact]
    public void What_the_last_part_publishes_is_published()
    {
        var part = Last with { Published = new Dictionary<string, string> { ["port"] = "5432" } };

        Assert.Equal("5432", Of("setup", part, FollowEnd.Ended, "end 0")!.Published["port"]);
        Assert.Empty(Of("setup", part, FollowEnd.Ended, "end 1")!.Published);
    }

    [Theory]
    [InlineData("execute_recipes")]
    [InlineData("configure")]
    public void A_command_whose_first_part_never_began_begins_again(string type) =>
        Assert.Null(Of(type, First, FollowEnd.Unknown));

    [Theory]
    [InlineData("setup")]
    [InlineData("configure")]
    [InlineData("setup_layers")]
    public void An_event_that_may_run_twice_begins_again_when_parts_are_missing(string type)
    {
        Assert.Null(Of(type, First, FollowEnd.Ended, "end 0"));
        Assert.Null(Of(type, Last, FollowEnd.Unknown));
        Assert.Null(Of(type, Last, FollowEnd.Interrupted));
    }

    [Theory]
    [InlineData("deploy")]
    [InlineData("undeploy")]
    [InlineData("execute_recipes")]
    [InlineData("shutdown")]
    public void A_command_that_must_not_run_twice_fails_and_says_where_it_stopped(string type)
    {
        Assert.Contains("its part 1 has ended", Of(type, First, FollowEnd.Ended, "end 0")!.Ending, StringComparison.Ordinal);
        Assert.Contains("its part 2 never began", Of(type, Last, FollowEnd.Unknown)!.Ending, StringComparison.Ordinal);
        Assert.Contains(
            "its part 2 was interrupted at execute[make] run",
            Of(type, Last, FollowEnd.Interrupted, "begin 1 execute[make] run")!.Ending, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_was_cancelled_stays_so()
    {
        var result = Of("setup", First, FollowEnd.Ended, "cancelled", "end 1")!;

        Assert.Equal(
            (CommandStatus.Failed, (int?)1, "it was cancelled"), (result.Status, result.ExitCode, result.Ending));
    }

    private static CommandResult? Of(string type, CommandPart part, FollowEnd end, params string[] lines)
    {
        var journal = new JournalReader(_ => { });
        Array.ForEach(lines, journal.Read);
        return Resumption.Of(type, part, end, journal);
    }
}
