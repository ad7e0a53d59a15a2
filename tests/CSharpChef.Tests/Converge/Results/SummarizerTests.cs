using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.Tests.Converge.Plan;
using CSharpChef.Tests.HouseRules;

namespace CSharpChef.Tests.Converge.Results;

public sealed class SummarizerTests
{
    private static readonly FakeNode Debian = FakeNode.Debian12();

    [Theory]
    [InlineData("Unchanged Unchanged", "Unchanged")]
    [InlineData("Changed Unchanged", "Changed")]
    [InlineData("Unchanged Changed", "Changed")]
    [InlineData("Changed Failed", "Failed")]
    [InlineData("Failed", "Failed")]
    [InlineData("Skipped Skipped", "Skipped")]
    [InlineData("Skipped Changed", "Changed")]
    [InlineData("Unchanged", "NotRun")]
    [InlineData("", "NotRun")]
    public void A_resource_of_two_actions_ended_as_the_worst_of_them(string ends, string status)
    {
        var results = ends.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((end, index) => new ActionResult(index + 1, Enum.Parse<ResultStatus>(end)));

        Assert.Equal(status, Assert.Single(Summarize([new ServiceResource("app")], [.. results])).Status.ToString());
    }

    [Fact]
    public void A_resource_stands_once_in_the_order_of_the_plan_with_its_line()
    {
        var reports = Summarize(
            [
                PlannerTests.Declared(new ServiceResource("app"), 3),
                PlannerTests.Declared(new FileResource("/a"), 5)
            ], [new(3, ResultStatus.Changed)]);

        Assert.Equal(
            [("service[app]", "default.csx:3"), ("file[/a]", "default.csx:5")],
            reports.Select(report => (report.Resource, report.Source)));
    }

    [Fact]
    public void One_that_nobody_notified_was_skipped_and_says_why()
    {
        var (conf, app) = (new FileResource("/a"), new ExecuteResource("app"));
        conf.Notifies(app.Run);
        app.OnlyWhenNotified();

        var report = Summarize([conf, app], [new(1, ResultStatus.Unchanged)])[1];

        Assert.Equal((ResultStatus.Skipped, "only when notified"), (report.Status, report.Message));
    }

    [Fact]
    public void A_guard_is_the_reason_of_a_skip() =>
        Assert.Equal(
            "NotIf(x)",
            Summarize([new FileResource("/a")], [new(1, ResultStatus.Skipped) { Reason = "NotIf(x)" }])[0].Message);

    [Fact]
    public void A_failure_brings_its_command_exit_code_and_output()
    {
        var report = Summarize(
            [new ExecuteResource("make it")],
            [new(1, ResultStatus.Failed) { Reason = "ended with 7", ExitCode = 7, Output = "no rule\n" }])[0];

        Assert.Equal(
            ("ended with 7", "make it", 7, "no rule\n", false),
            (report.Message, report.Command, report.ExitCode, report.Output, report.Ignored));
    }

    [Fact]
    public void A_failure_that_may_be_is_marked() =>
        Assert.True(Summarize(
            [new ExecuteResource("x") { IgnoreFailure = true }],
            [new(1, ResultStatus.Failed) { Ignored = true }])[0].Ignored);

    [Fact]
    public void What_succeeded_shows_no_command() =>
        Assert.Null(Summarize([new ExecuteResource("x")], [new(1, ResultStatus.Changed)])[0].Command);

    [Fact]
    public void Changed_text_is_shown_as_a_diff()
    {
        var report =
            Summarize([new FileResource("/a") { Content = "new\n" }], [Changed(1, "write content", "/a", "old\n")])[0];

        Assert.Equal("--- /a\n+++ /a\n@@ -1 +1 @@\n-old\n+new\n", report.Diff);
        Assert.Equal(["write content"], report.Actions);
    }

    [Fact]
    public void A_new_file_is_shown_as_added_and_binary_text_not_at_all()
    {
        Assert.Contains("+new\n", Summarize(
            [new FileResource("/a") { Content = "new\n" }],
            [new(1, ResultStatus.Changed) { Changes = ["create file"] }])[0].Diff!, StringComparison.Ordinal);
        Assert.Null(Summarize(
            [new FileResource("/a") { Content = "new\n" }], [Changed(1, "write content", "/a", "\uFFFDELF")])[0].Diff);
    }

    [Fact]
    public void Secrets_are_masked_wherever_they_are()
    {
        var secrets = new SecretTexts();
        secrets.Add("hunter2");
        var file = new FileResource("/hunter2") { Content = "x\n" };
        var result = new ActionResult(
            1,
            ResultStatus.Failed)
        { Changes = ["set owner hunter2"], Reason = "not hunter2", Output = "hunter2\n" };
        var plan = StepResource.Plan(Debian, file);

        var report = Assert.Single(new Summarizer(secrets).Summarize(plan, [result]));

        Assert.Equal(("file[/***]", "not ***", "***\n"), (report.Resource, report.Message, report.Output));
        Assert.Equal(["set owner ***"], report.Actions);
    }

    [Fact]
    public void A_sensitive_resource_shows_no_diff_output_or_command()
    {
        var file = new FileResource("/a") { Content = "new\n", Sensitive = true };
        var command = new ExecuteResource("login") { Sensitive = true };

        var reports = Summarize([file, command], [Changed(
            1, "write content", "/a", "old\n"), new(2, ResultStatus.Failed) { Output = "secret", ExitCode = 1 }]);

        Assert.Null(reports[0].Diff);
        Assert.Equal((null, null, 1), (reports[1].Output, reports[1].Command, reports[1].ExitCode));
    }

    [Fact]
    public void Times_of_all_actions_add_up() => Assert.Equal(
        3, Summarize(
            [new ServiceResource("a")],
            [new(1, ResultStatus.Changed) { Seconds = 1 }, new(2, ResultStatus.Changed) { Seconds = 2 }])[0].Seconds);

    private static ActionResult Changed(int number, string change, string path, string old) =>
        new(number, ResultStatus.Changed)
        {
            Changes = [change],
            OldText = new Dictionary<string, string> { [path] = old }
        };

    private static IReadOnlyList<ResourceReport> Summarize(Resource[] resources, ActionResult[] results) =>
        new Summarizer(new SecretTexts()).Summarize(StepResource.Plan(Debian, resources), results);
}
