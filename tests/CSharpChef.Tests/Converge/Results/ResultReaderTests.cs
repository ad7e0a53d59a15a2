using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Results;

public sealed class ResultReaderTests
{
    private const string Token = "t0k3n";

    private const string Transcript = """
        Welcome to this machine
        t0k3n hello
        t0k3n did 1 write content
        t0k3n old 1 o1
        |one
        |two

        t0k3n changed 1
        t0k3n why 2 ended with exit code 7
        t0k3n code 2 7
        t0k3n output 2
        |line 1
        |  line 2

        t0k3n retry 2
        t0k3n why 2 ended with exit code 8
        t0k3n code 2 8
        t0k3n output 2
        |again

        t0k3n failed 2
        t0k3n skipped 3 1
        t0k3n need abc
        t0k3n owed 1 3
        t0k3n fact hostname=web1
        t0k3n fact time_zone=Europe/Zurich and more
        t0k3n end 1
        """;

    private static readonly ConvergePlan Plan = MakePlan();
    private static readonly ShellProgram Program = new([], "", "")
    {
        Contents = new Dictionary<string, FileContent> { ["abc"] = FileContent.FromText("x") },
        OldTexts = new Dictionary<string, string> { ["o1"] = "/motd", ["o2"] = "/other" },
    };

    [Fact]
    public void All_lines_of_a_run_are_understood()
    {
        var reader = Read(Transcript.Split('\n'));

        Assert.False(reader.IsStale);
        Assert.Equal(
            [ResultStatus.Changed, ResultStatus.Failed, ResultStatus.Skipped],
            reader.Results.Select(result => result.Status));
        Assert.Equal(["write content"], reader.Results[0].Changes);
        Assert.Equal(
            ("ended with exit code 8", 8, "again\n"),
            (reader.Results[1].Reason, reader.Results[1].ExitCode, reader.Results[1].Output));
        Assert.Equal("OnlyIf(test -e /x)", reader.Results[2].Reason);
        Assert.Equal([1, 3], reader.Pending);
        Assert.Equal(["hostname=web1", "time_zone=Europe/Zurich and more"], reader.Facts);
    }

    [Fact]
    public void A_notified_action_stays_pending_when_its_last_attempt_failed()
    {
        var reader = Read("t0k3n failed 1", "t0k3n kept 1", "t0k3n failed 2", "t0k3n kept 2", "t0k3n changed 1");

        Assert.Equal([2], reader.StillPending);
    }

    [Fact]
    public void A_notified_action_stays_pending_when_its_notifier_failed_after_a_change_and_nothing_else_ran_it() =>
        Assert.Equal([2], Read("t0k3n kept 2", "t0k3n failed 1").StillPending);

    [Fact]
    public void A_run_that_was_cancelled_says_so() => Assert.True(Read("t0k3n changed 1", "t0k3n cancelled").IsCancelled);

    [Fact]
    public void Lines_without_the_token_are_ignored()
    {
        var reader = Read("t0k3nhello", "hello", " t0k3n hello", "|t0k3n hello", "other hello", "", "t0k3n");

        Assert.Empty(reader.Results);
    }

    [Theory]
    [InlineData("a\nb\n", "|a", "|b", "")]
    [InlineData("a\nb", "|a", "|b")]
    [InlineData("", "")]
    [InlineData("\n", "|", "")]
    [InlineData("\n\na\n", "|", "|", "|a", "")]
    [InlineData("|a\n", "||a", "")]
    [InlineData("t0k3n end 0\n", "|t0k3n end 0", "")]
    public void The_old_text_of_a_file_is_read_byte_for_byte(string old, params string[] lines)
    {
        var reader = Read(["t0k3n did 1 write content", "t0k3n old 1 o1", .. lines, "t0k3n changed 1"]);

        Assert.Equal(old, Assert.Single(reader.Results).OldText["/motd"]);
    }

    [Fact]
    public void One_action_may_have_the_old_texts_of_two_files()
    {
        var result = Assert.Single(Read("t0k3n old 1 o1", "|a", "", "t0k3n old 1 o2", "|b", "t0k3n changed 1").Results);

        Assert.Equal(("a\n", "b"), (result.OldText["/motd"], result.OldText["/other"]));
    }

    [Fact]
    public void The_output_of_a_command_ends_at_the_next_result_line() =>
        Assert.Equal("a\n", Assert.Single(
            Read("t0k3n output 2", "|a", "", "noise", "t0k3n why 2 no", "|b", "t0k3n failed 2").Results).Output);

    [Fact]
    public void Results_of_an_attempt_that_never_reached_the_host_are_dropped_when_the_program_starts_again() =>
        Assert.Equal(
            2, Assert.Single(Read("t0k3n hello", "t0k3n changed 1", "t0k3n hello", "t0k3n changed 2").Results).Number);

    [Fact]
    public void The_failure_of_a_resource_with_IgnoreFailure_is_marked_as_ignored() =>
        Assert.True(Assert.Single(Read("t0k3n failed 3").Results).Ignored);

    [Fact]
    public void The_word_stale_sets_IsStale() => Assert.True(Read("t0k3n hello", "t0k3n stale", "t0k3n end 0").IsStale);

    [Fact]
    public void An_action_that_ran_twice_has_two_results() =>
        Assert.Equal(
            [ResultStatus.Unchanged, ResultStatus.Changed],
            Read("t0k3n unchanged 1", "t0k3n did 1 x", "t0k3n changed 1").Results.Select(result => result.Status));

    [Theory]
    [InlineData("t0k3n changed 0")]
    [InlineData("t0k3n changed 4")]
    [InlineData("t0k3n changed -1")]
    [InlineData("t0k3n changed 99999999999999999999")]
    [InlineData("t0k3n changed")]
    [InlineData("t0k3n ")]
    [InlineData("t0k3n unknown 1")]
    [InlineData("t0k3n owed x 0 9")]
    public void An_invalid_line_is_ignored(string line)
    {
        var reader = Read(line);

        Assert.Empty(reader.Results);
        Assert.Empty(reader.Pending);
    }

    [Fact]
    public void A_skip_by_an_unknown_guard_has_no_reason() =>
        Assert.Null(Assert.Single(Read("t0k3n skipped 3 9").Results).Reason);

    [Fact]
    public void Callbacks_are_called_for_changes_and_ends_in_order()
    {
        var reported = new List<string>();
        var reader = new ResultReader(Token, Plan, Program, TimeProvider.System)
        {
            OnChange = (number, change) => reported.Add($"{number} {change}"),
            OnResult = result => reported.Add($"{result.Number} {result.Status}"),
        };

        Transcript.Split('\n').ToList().ForEach(line => reader.Read(line));

        Assert.Equal(["1 write content", "1 Changed", "2 Failed", "3 Skipped"], reported);
    }

    [Fact]
    public void Garbled_lines_never_throw()
    {
        var random = new Random(42);
        var lines = Transcript.Split('\n');
        for (var round = 0; round < 2_000; round++)
        {
            var reader = Reader();
            foreach (var line in Enumerable.Range(0, 20)
                .Select(_ => GarbleLine(lines[random.Next(lines.Length)], random)))
            {
                reader.Read(line);
            }

            Assert.All(reader.Results, result => Assert.InRange(result.Number, 1, Plan.Actions.Count));
            new Summarizer(new SecretTexts()).Summarize([new AppliedPlan(Plan, reader.Results)]);
        }
    }

    private static string GarbleLine(string line, Random random)
    {
        if (random.Next(10) == 0)
        {
            var randomBytes = new byte[random.Next(30)];
            random.NextBytes(randomBytes);
            return (random.Next(2) == 0 ? Token + " " : "") + Encoding.UTF8.GetString(randomBytes);
        }

        var (from, length) = (random.Next(line.Length + 1), random.Next(4));
        return random.Next(3) switch
        {
            0 => line,
            1 => line.Remove(from, Math.Min(length, line.Length - from)),
            _ => line.Insert(from, new[] { " ", "9", "1", "\0", "|", "\uFFFD", "o1", "-" }[random.Next(8)]),
        };
    }

    private static ResultReader Reader() => new(Token, Plan, Program, TimeProvider.System);

    private static ResultReader Read(params string[] lines)
    {
        var reader = Reader();
        lines.ToList().ForEach(line => reader.Read(line));
        return reader;
    }

    private static ConvergePlan MakePlan()
    {
        var guarded = new ExecuteResource("make") { IgnoreFailure = true };
        guarded.OnlyIf("test -e /x");
        return StepResource.Plan(
            FakeNode.Debian12(), new FileResource("/motd") { Content = "new\n" }, new ExecuteResource("test"), guarded);
    }
}
