using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.Tests.Converge.Plan;
using CSharpChef.TestSupport.Recipes;

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
    public void The_status_of_a_resource_is_the_worst_of_its_actions(string ends, string status)
    {
        var results = ends.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((end, index) => new ActionResult(index + 1, Enum.Parse<ResultStatus>(end)));

        Assert.Equal(status, Assert.Single(Summarize([new ServiceResource("app")], [.. results])).Status.ToString());
    }

    [Fact]
    public void The_output_of_a_command_that_succeeds_and_the_note_of_an_action_are_reported()
    {
        var report = Summarize(
            [new ExecuteResource("make")],
            [new(1, ResultStatus.Changed) { Output = "built\n", Reason = "its guard cannot be asked" }])[0];

        Assert.Equal(("built\n", "its guard cannot be asked", null), (report.Output, report.Message, report.Command));
    }

    [Fact]
    public void Each_resource_is_reported_once_in_the_order_of_the_plan_with_its_line()
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
    public void A_resource_that_was_not_notified_is_reported_as_skipped()
    {
        var (conf, app) = (new FileResource("/a"), new ExecuteResource("app"));
        conf.Notifies(app.Run);
        app.OnlyWhenNotified();

        var report = Summarize([conf, app], [new(1, ResultStatus.Unchanged)])[1];

        Assert.Equal((ResultStatus.Skipped, "only when notified"), (report.Status, report.Message));
    }

    [Fact]
    public void The_reason_of_a_skipped_resource_is_its_guard() =>
        Assert.Equal(
            "NotIf(x)",
            Summarize([new FileResource("/a")], [new(1, ResultStatus.Skipped) { Reason = "NotIf(x)" }])[0].Message);

    [Fact]
    public void The_report_of_a_failed_command_has_the_command_exit_code_and_output()
    {
        var report = Summarize(
            [new ExecuteResource("make it")],
            [new(1, ResultStatus.Failed) { Reason = "ended with 7", ExitCode = 7, Output = "no rule\n" }])[0];

        Assert.Equal(
            ("ended with 7", "make it", 7, "no rule\n", false),
            (report.Message, report.Command, report.ExitCode, report.Output, report.Ignored));
    }

    [Fact]
    public void The_report_of_a_resource_whose_actions_failed_has_each_reason_and_output_once()
    {
        var report = Summarize(
            [new ServiceResource("app")],
            [
                new(1, ResultStatus.Failed) { Reason = "enable failed", ExitCode = 1, Output = "no unit file\n" },
                new(2, ResultStatus.Failed) { Reason = "start failed", ExitCode = 5, Output = "no command\n" },
                new(2, ResultStatus.Failed) { Reason = "start failed", ExitCode = 5, Output = "no command\n" },
            ])[0];

        Assert.Equal(
            ("enable failed; start failed", "no unit file\nno command\n", 1),
            (report.Message, report.Output, report.ExitCode));
    }

    [Fact]
    public void The_output_of_a_failed_action_is_reported_without_that_of_one_that_succeeded()
    {
        var report = Summarize(
            [new ServiceResource("app")],
            [
                new(1, ResultStatus.Changed) { Reason = "a note", Output = "enabled\n" },
                new(2, ResultStatus.Failed) { Reason = "start failed", Output = "no command\n" },
            ])[0];

        Assert.Equal(("start failed", "no command\n"), (report.Message, report.Output));
    }

    [Fact]
    public void The_report_of_an_ignored_failure_is_marked_as_ignored() =>
        Assert.True(Summarize(
            [new ExecuteResource("x") { IgnoreFailure = true }],
            [new(1, ResultStatus.Failed) { Ignored = true }])[0].Ignored);

    [Fact]
    public void The_report_of_a_successful_command_has_no_command_text() =>
        Assert.Null(Summarize([new ExecuteResource("x")], [new(1, ResultStatus.Changed)])[0].Command);

    [Fact]
    public void The_report_of_a_changed_text_has_a_diff()
    {
        var report =
            Summarize([new FileResource("/a") { Content = "new\n" }], [ChangedResult(1, "write content", "/a", "old\n")])[0];

        Assert.Equal("--- /a\n+++ /a\n@@ -1 +1 @@\n-old\n+new\n", report.Diff);
        Assert.Equal(["write content"], report.Actions);
    }

    [Fact]
    public void A_new_file_has_a_diff_of_added_lines_and_a_binary_file_has_none()
    {
        Assert.Contains("+new\n", Summarize(
            [new FileResource("/a") { Content = "new\n" }],
            [new(1, ResultStatus.Changed) { Changes = ["create file"] }])[0].Diff!, StringComparison.Ordinal);
        Assert.Null(Summarize(
            [new FileResource("/a") { Content = "new\n" }], [ChangedResult(1, "write content", "/a", "\uFFFDELF")])[0].Diff);
    }

    [Fact]
    public void Secrets_are_masked_everywhere_in_a_report()
    {
        var secrets = new SecretTexts();
        secrets.Add("hunter2");
        var file = new FileResource("/hunter2") { Content = "x\n" };
        var result = new ActionResult(
            1,
            ResultStatus.Failed)
        {
            Changes = ["set owner hunter2"],
            Reason = "not hunter2",
            Output = "hunter2\n",
        };
        var plan = StepResource.Plan(Debian, file);

        var report = Assert.Single(new Summarizer(secrets).Summarize([new AppliedPlan(plan, [result])]));

        Assert.Equal(("file[/***]", "not ***", "***\n"), (report.Resource, report.Message, report.Output));
        Assert.Equal(["set owner ***"], report.Actions);
    }

    [Fact]
    public void The_report_of_a_sensitive_resource_has_no_diff_output_or_command()
    {
        var file = new FileResource("/a") { Content = "new\n", Sensitive = true };
        var command = new ExecuteResource("login") { Sensitive = true };

        var reports = Summarize(
            [file, command],
            [ChangedResult(1, "write content", "/a", "old\n"),
                new(2, ResultStatus.Failed) { Output = "secret", ExitCode = 1 },
            ]);

        Assert.Null(reports[0].Diff);
        Assert.Equal((null, null, 1), (reports[1].Output, reports[1].Command, reports[1].ExitCode));
    }

    [Fact]
    public void The_seconds_of_a_resource_are_the_sum_of_its_actions() => Assert.Equal(
        3,
        Summarize(
            [new ServiceResource("a")],
            [new(1, ResultStatus.Changed) { Seconds = 1 }, new(2, ResultStatus.Changed) { Seconds = 2 }])[0].Seconds);

    [Theory]
    [InlineData(true, "NotRun")]
    [InlineData(false, "Skipped")]
    public void A_notified_action_without_a_result_may_still_run_when_its_program_does(bool isRunning, string status)
    {
        var reload = new ExecuteResource("reload");
        reload.OnlyWhenNotified();
        var file = new FileResource("/a") { Content = "new\n" };
        file.Notifies(reload.Run);
        var applied = new AppliedPlan(StepResource.Plan(Debian, file, reload), [ChangedResult(1, "write content", "/a", "")])
        {
            IsStillRunning = isRunning,
        };

        Assert.Equal(status, $"{new Summarizer(new SecretTexts()).Summarize([applied])[1].Status}");
    }

    private static ActionResult ChangedResult(int number, string change, string path, string old) =>
        new(number, ResultStatus.Changed)
        {
            Changes = [change],
            OldText = new Dictionary<string, string> { [path] = old }
        };

    private static IReadOnlyList<ResourceReport> Summarize(Resource[] resources, ActionResult[] results) =>
        new Summarizer(new SecretTexts()).Summarize([new AppliedPlan(StepResource.Plan(Debian, resources), results)]);
}
