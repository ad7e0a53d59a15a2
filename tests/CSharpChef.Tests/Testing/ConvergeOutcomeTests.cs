using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

public sealed class ConvergeOutcomeTests
{
    private readonly FakeNode node = FakeNode.Debian12()
        .HasService("app", running: false, enabled: false)
        .OnAnyCommand()
        .Returns(0);

    [Fact]
    public void The_outcome_of_a_resource_combines_all_its_actions()
    {
        var run = Run(r =>
        {
            r.File("/etc/motd");
            r.Service("app");
            r.Execute("x", e => e.OnlyIf("false"));
            r.File("/etc/hosts").Notifies(r.Execute("y", e => e.OnlyWhenNotified()).Run);
        });
        Assert.Equal(ResourceStatus.Unchanged, run.Resource("file[/etc/motd]").Status);
        Assert.Equal(["enable", "start"], run.Resource("service[app]").Changes);
        Assert.Equal("execute[x]: Skipped (OnlyIf(false))", run.Resource("execute[x]").ToString());
        Assert.Equal("execute[y]: Skipped (only when notified)", run.Resource("execute[y]").ToString());
        Assert.Equal(1, run.Changed);
        Assert.StartsWith(
            "the run has no file[/etc/modt]: did you mean \"file[/etc/motd]\"?; it has:\n    file[/etc/motd]: Unchanged",
            Assert.Throws<ChefTestException>(() => run.Resource("file[/etc/modt]")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_of_states_is_idempotent() =>
        await Run(r => r.File("/a", f => f.Content = "x")).ShouldBeIdempotent(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_command_without_a_guard_is_not_idempotent()
    {
        var run = Run(r => r.Execute("make"));
        var error = await Assert.ThrowsAsync<ChefTestException>(
            () => run.ShouldBeIdempotent(TestContext.Current.CancellationToken));
        Assert.Contains("execute[make]: Changed (run)", error.Message);
    }

    [Fact]
    public void ShouldSucceed_reports_a_failure_with_its_reason()
    {
        var run = Run(r => r.File("/nowhere/f"));
        Assert.Contains(
            "the folder /nowhere does not exist", Assert.Throws<ChefTestException>(() => run.ShouldSucceed()).Message);
        Run(r => r.File("/etc/motd")).ShouldSucceed().ShouldChangeNothing();
    }

    private ConvergeOutcome Run(Action<RecipeContext> recipe)
    {
        var plan = PlanOf.Recipe(recipe);
        var applied = new AppliedPlan(plan, node.Execute(plan, ConvergeMode.Converge));
        var reports = new Summarizer(new SecretTexts()).Summarize([applied]);
        return new ConvergeOutcome(node, new RunRecord([applied], reports), _ => Task.FromResult(Run(recipe)));
    }
}
