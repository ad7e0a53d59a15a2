using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.Tests.HouseRules;

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
    public void It_understands_a_whole_run()
    {
        var reader = Read(Transcript.Split('\n'));

        Assert.False(reader.Stale);
        Assert.Equal(
            [ResultStatus.Changed, ResultStatus.Failed, ResultStatus.Skipped],
            reader.Results.Select(result => result.Status));
        Assert.Equal(["write content"], reader.Results[0].Changes);
        Assert.Equal(
            ("ended with exit code 8", 8, "again\n"),
            (reader.Results[1].Reason, reader.Results[1].ExitCode, reader.Results[1].Output));
        Assert.Equal("OnlyIf(test -e /x)", reader.Results[2].Reason);
        Assert.Equal([1, 3], reader.Owed);
        Assert.Equal(["hostname=web1", "time_zone=Europe/Zurich and more"], reader.Facts);
    }

    [Fact]
    public void What_else_a_machine_prints_is_passed_over()
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
    public void The_old_text_comes_back_byte_for_byte(string old, params string[] lines)
    {
        var reader = Read(["t0k3n did 1 write content", "t0k3n old 1 o1", .. lines, "t0k3n changed 1"]);

        Assert.Equal(old, Assert.Single(reader.Results).OldText["/motd"]);
    }

    [Fact]
    public void One_action_may_show_two_old_texts()
    {
        var result = Assert.Single(Read("t0k3n old 1 o1", "|a", "", "t0k3n old 1 o2", "|b", "t0k3n changed 1").Results);

        Assert.Equal(("a\n", "b"), (result.OldText["/motd"], result.OldText["/other"]));
    }

    [Fact]
    public void Output_ends_at_the_next_result_line() =>
        Assert.Equal("a\n", Assert.Single(
            Read("t0k3n output 2", "|a", "", "noise", "t0k3n why 2 no", "|b", "t0k3n failed 2").Results).Output);

    [Fact]
    public void Results_of_an_attempt_that_never_reached_the_host_are_dropped_when_the_program_starts_again() =>
        Assert.Equal(2, Assert.Single(Read("t0k3n hello", "t0k3n changed 1", "t0k3n hello", "t0k3n changed 2").Results).Number);

    [Fact]
    public void A_failure_that_may_be_is_marked_so() =>
        Assert.True(Assert.Single(Read("t0k3n failed 3").Results).Ignored);

    [Fact]
    public void A_stale_answer_says_so() => Assert.True(Read("t0k3n hello", "t0k3n stale", "t0k3n end 0").Stale);

    [Fact]
    public void An_action_that_ran_twice_is_there_twice() =>
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
    public void A_line_that_makes_no_sense_changes_nothing(string line)
    {
        var reader = Read(line);

        Assert.Empty(reader.Results);
        Assert.Empty(reader.Owed);
    }

    [Fact]
    public void A_guard_that_does_not_exist_gives_no_reason() =>
        Assert.Null(Assert.Single(Read("t0k3n skipped 3 9").Results).Reason);

    [Fact]
    public void Ends_and_changes_are_told_as_they_come()
    {
        var told = new List<string>();
        var reader = new ResultReader(Token, Plan, Program, TimeProvider.System)
        {
            OnChange = (number, change) => told.Add($"{number} {change}"),
            OnResult = result => told.Add($"{result.Number} {result.Status}"),
        };

        Transcript.Split('\n').ToList().ForEach(line => reader.Read(line));

        Assert.Equal(["1 write content", "1 Changed", "2 Failed", "3 Skipped"], told);
    }

    [Fact]
    public void Nothing_a_machine_may_print_breaks_it()
    {
        var random = new Random(42);
        var lines = Transcript.Split('\n');
        for (var round = 0; round < 2_000; round++)
        {
            var reader = Reader();
            foreach (var line in Enumerable.Range(0, 20).Select(_ => Garbled(lines[random.Next(lines.Length)], random)))
            {
                reader.Read(line);
            }

            Assert.All(reader.Results, result => Assert.InRange(result.Number, 1, Plan.Actions.Count));
            new Summarizer(new SecretTexts()).Summarize(Plan, reader.Results);
        }
    }

    private static string Garbled(string line, Random random)
    {
        if (random.Next(10) == 0)
        {
            var noise = new byte[random.Next(30)];
            random.NextBytes(noise);
            return (random.Next(2) == 0 ? Token + " " : "") + Encoding.UTF8.GetString(noise);
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
