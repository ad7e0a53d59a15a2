using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge;

/// <summary>What the report says of a run that a user cancelled: no more than what happened.</summary>
public sealed class CancelledRunTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_cancelled_run_whose_rest_did_not_run_has_failed()
    {
        var report = await RunAsync(
            "Log(\"one\"); Log(\"two\");", plan => Results(plan, 1) with { Cancelled = true });

        Assert.Equal(
            (HostStatus.Failed, "cancelled: the run ended after its current step, and the rest did not run"),
            (report.Status, report.Error?.Message));
        Assert.Equal(1, report.Count(ResultStatus.NotRun));
    }

    [Fact]
    public async Task A_run_that_was_complete_when_it_was_cancelled_is_complete()
    {
        var report = await RunAsync(
            "Log(\"one\"); Log(\"two\");", plan => Results(plan, 1, 2) with { Cancelled = true });

        Assert.Equal((HostStatus.Ok, null), (report.Status, report.Error?.Message));
    }

    [Fact]
    public async Task A_cancelled_run_with_a_notified_action_that_did_not_run_is_not_complete()
    {
        const string recipe = """
            var note = Execute("note", e => e.OnlyWhenNotified());
            Execute("one", e => e.Notifies(note.Run));
            """;

        var report = await RunAsync(recipe, plan => Results(plan, 1) with { Cancelled = true });

        Assert.Equal(HostStatus.Failed, report.Status);
        Assert.StartsWith("cancelled: the run ended after its current step", report.Error?.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("await Converge();")]
    public async Task A_notified_action_that_a_cancelled_run_did_not_reach_is_reported_as_pending(string barrier)
    {
        var recipe = $$"""
            var note = Execute("note", e => e.OnlyWhenNotified());
            Execute("one", e => e.Notifies(note.Run));
            {{barrier}}
            """;

        var report = await RunAsync(recipe, plan => plan.Final
            ? Results(plan, 1) with { Cancelled = true, StillPending = [2] }
            : Results(plan, 1) with { Cancelled = true, Pending = [2] });

        var note = report.Resources[1];
        Assert.Equal(["execute[note] run"], report.Pending);
        Assert.Equal(
            ("execute[note]", ResultStatus.NotRun, "it was notified and stays pending: the run ended before it"),
            (note.Resource, note.Status, note.Message));
    }

    [Fact]
    public async Task A_run_that_is_left_names_no_resource_that_may_still_run()
    {
        var report = await RunAsync(
            "Log(\"one\"); Log(\"two\");",
            plan => Results(plan, 1) with { Cancelled = true, StillRunning = "still running: follow it" });

        Assert.Equal((HostStatus.StillRunning, "still running: follow it"), (report.Status, report.Error?.Message));
        Assert.Equal("log[one]", Assert.Single(report.Resources).Resource);
    }

    [Fact]
    public async Task A_plan_that_is_cancelled_says_that_nothing_was_changed()
    {
        var report = await RunAsync("Log(\"one\");", _ => throw new CancelledException(), ConvergeMode.Plan);

        Assert.Equal("cancelled: the plan is not complete, and nothing was changed", report.Error?.Message);
    }

    private static ApplyResult Results(ConvergePlan plan, params int[] numbers) =>
        new([.. plan.Actions.Where(action => numbers.Contains(action.Number))
            .Select(action => new ActionResult(action.Number, ResultStatus.Changed))], []);

    private async Task<HostReport> RunAsync(
        string recipe, Func<ConvergePlan, ApplyResult> apply, ConvergeMode mode = ConvergeMode.Converge)
    {
        cookbooks.With("web/recipes/default.csx", recipe);
        var request = new RunRequest([RunListItem.Parse("web")], cookbooks.Recipes(DiskCache.Default())) { Mode = mode };
        await using var session = new Session(apply);
        return await new ChefRun(request, new Target("h1"), session).RunAsync(Ct);
    }

    private sealed class Session(Func<ConvergePlan, ApplyResult> apply) : INodeSession
    {
        public int RoundTrips => 1;

        public IReadOnlyList<string> Runs => [];

        public Task<Facts> FactsAsync(CancellationToken ct) => Task.FromResult(Facts.None);

        public Task<ApplyResult> ApplyAsync(
            ConvergePlan plan, Node node, bool verify, PlanEvents events, CancellationToken ct) =>
            Task.FromResult(apply(plan));

        public Task<string> QueryAsync(string command, CancellationToken ct) => Task.FromResult("");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
