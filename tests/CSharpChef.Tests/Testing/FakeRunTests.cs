using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

public sealed class FakeRunTests
{
    private readonly FakeNode node = FakeNode.Debian12().HasService("app").OnAnyCommand().Returns(0);

    [Fact]
    public void A_delayed_notification_runs_once_at_the_end()
    {
        node.Converge(r =>
        {
            var app = r.Service("app");
            r.File("/a", f => f.Notifies(app.Restart));
            r.File("/b", f => f.Notifies(app.Restart));
            r.Execute("last");
        });
        node.Service("app").ShouldHaveRestarted(1);
    }

    [Fact]
    public void An_immediate_notification_runs_each_time_right_after_its_sender()
    {
        var results = node.Converge(r =>
        {
            var first = r.Execute("first", e => e.OnlyWhenNotified());
            var second = r.Execute("second", e => e.OnlyWhenNotified());
            first.Notifies(second.Run, RecipeContext.Immediately);
            r.File("/a", f => f.Notifies(first.Run, RecipeContext.Immediately));
            r.Execute("between");
            r.File("/b", f => f.Notifies(first.Run, RecipeContext.Immediately));
        });
        Assert.Equal(["first", "second", "between", "first", "second"], node.Commands);
        Assert.Equal(7, results.Count);
    }

    [Fact]
    public void An_action_without_a_change_sends_no_notification()
    {
        node.HasFile("/a", "").OnCommand("fails").Returns(1);
        node.Converge(r =>
        {
            var receiver = r.Execute("told", e => e.OnlyWhenNotified());
            r.File("/a", f => f.Notifies(receiver.Run));
            r.Execute("skipped", e => { e.NotIf("true"); e.Notifies(receiver.Run); });
            r.Execute("fails", e => { e.IgnoreFailure = true; e.Notifies(receiver.Run); });
        });
        node.ShouldNotHaveRun("told").ShouldHaveRun("fails");
    }

    [Fact]
    public void Delayed_notifications_run_in_the_order_in_which_they_were_first_sent_and_at_most_twice()
    {
        node.Converge(r =>
        {
            var ping = r.Execute("ping", e => e.OnlyWhenNotified());
            var pong = r.Execute("pong", e => e.OnlyWhenNotified());
            ping.Notifies(pong.Run);
            pong.Notifies(ping.Run);
            r.Execute("start", e => { e.Notifies(pong.Run); e.Notifies(ping.Run); });
        });
        Assert.Equal(["start", "pong", "ping", "pong", "ping"], node.Commands);
    }

    [Fact]
    public void Starting_a_service_removes_its_pending_restart()
    {
        var plan = PlanOf.Recipe(r =>
        {
            var app = r.Service("app", s => s.Do(s.Start));
            r.File("/a", f => f.Notifies(app.Restart));
        });
        PlannedAction[] turned =
        [
            plan[2] with { Number = 1, Delayed = [3] },
            plan[1] with { Number = 2, Supersedes = [3] },
            plan[3]
        ];
        node.HasService("app", running: false).Execute(new ConvergePlan(turned), ConvergeMode.Converge);
        node.Service("app").ShouldBeRunning().ShouldHaveRestarted(0);
    }

    [Fact]
    public void A_failure_ends_the_scheduled_actions_but_pending_notifications_still_run()
    {
        node.OnCommand("fails").Returns(3, "no space left\n");
        var results = node.Converge(r =>
        {
            var app = r.Service("app", s => s.Do());
            r.File("/a", f => f.Notifies(app.Restart));
            r.Execute("fails");
            r.Execute("never");
        });
        Assert.Equal(
            [ResultStatus.Changed, ResultStatus.Failed, ResultStatus.Changed, ResultStatus.NotRun],
            results.Select(r => r.Status));
        Assert.Equal(
            ("fails ended with exit code 3", "no space left\n", false),
            (results[1].Reason!, results[1].Output!, results[1].Ignored));
        node.Service("app").ShouldHaveRestarted();
    }

    [Theory]
    [InlineData(Timing.Delayed, "check, reload")]
    [InlineData(Timing.Immediately, "reload, check")]
    public void A_notified_action_that_failed_runs_in_the_next_run_until_it_succeeds(Timing timing, string order)
    {
        void Recipe(RecipeContext r)
        {
            var reload = r.Execute("reload", e => e.OnlyWhenNotified());
            r.File("/a", f => f.Notifies(reload.Run, timing));
            r.Execute("check");
        }

        node.OnCommand("reload").ReturnsOnce(1).Returns(0);
        Assert.Contains(node.Converge(Recipe), result => result.Status == ResultStatus.Failed);
        var before = node.Commands.Count;
        node.Converge(Recipe);

        Assert.Equal(order, string.Join(", ", node.Commands.Skip(before)));
        Assert.Equal(2, node.Converge(Recipe).Count);
    }

    [Fact]
    public void A_failed_immediate_notification_ends_the_scheduled_actions_and_keeps_the_delayed_ones_of_its_sender()
    {
        node.OnCommand("check").Returns(1);
        node.Converge(r =>
        {
            var check = r.Execute("check", e => e.OnlyWhenNotified());
            var app = r.Service("app", s => s.Do());
            r.File("/a", f => { f.Notifies(check.Run, RecipeContext.Immediately); f.Notifies(app.Restart); });
            r.Execute("never");
        });
        node.ShouldNotHaveRun("never").Service("app").ShouldHaveRestarted();
    }

    [Fact]
    public void An_ignored_failure_is_reported_and_the_run_continues()
    {
        node.OnCommand("fails").Returns(1);
        var results = node.Converge(r =>
        {
            r.Execute("fails", e => e.IgnoreFailure = true);
            r.Execute("next");
        });
        Assert.Equal((ResultStatus.Failed, true), (results[0].Status, results[0].Ignored));
        node.ShouldHaveRun("next");
    }

    [Fact]
    public void A_failed_action_is_retried_as_often_as_its_resource_allows()
    {
        node.OnCommand("fetch").ReturnsOnce(7).ReturnsOnce(7).Returns(0);
        Assert.Equal(ResultStatus.Failed, node.Converge(r => r.Execute("fetch"))[0].Status);
        Assert.Equal(["run"], node.Converge(r => r.Execute("fetch", e => e.Retries = 1))[0].Changes);
        Assert.Equal(["fetch", "fetch", "fetch"], node.Commands);
    }

    [Fact]
    public void Guards_run_in_the_order_of_declaration_and_the_result_names_the_first_that_refuses()
    {
        node.OnCommand("one").Returns(0).OnCommand("two").Returns(0).OnCommand("three").Returns(1);
        var results = node.Plan(r => r.Execute("x", e => { e.OnlyIf("one"); e.NotIf("two"); e.OnlyIf("three"); }));
        Assert.Equal((ResultStatus.Skipped, "NotIf(two)"), (results[0].Status, results[0].Reason!));
        Assert.Empty(node.Commands);
    }

    [Fact]
    public void A_plan_behind_a_barrier_assumes_that_the_changes_before_the_barrier_bring_a_missing_version()
    {
        node.Offers("nginx", "1.22");
        var plan = StepResource.Plan(node, new PackageResource(["nginx"]) { Version = "1.24" });

        Assert.Equal(ResultStatus.Failed, Assert.Single(node.Execute(plan, ConvergeMode.Plan)).Status);
        plan = plan with { ChangesBefore = ["file[/etc/apt/sources.list.d/nginx.list]"] };
        Assert.Equal(ResultStatus.Changed, Assert.Single(node.Execute(plan, ConvergeMode.Plan)).Status);
    }

    [Fact]
    public void A_guard_sees_the_changes_of_earlier_actions()
    {
        var results = node.Converge(r =>
        {
            r.File("/a");
            r.File("/b", f => f.OnlyIf("test -f /a"));
            r.File("/c", f => f.OnlyIf("[ ! -e '/a' ]"));
        });
        Assert.Equal([ResultStatus.Changed, ResultStatus.Changed, ResultStatus.Skipped], results.Select(r => r.Status));
    }

    [Fact]
    public void The_first_step_that_fails_ends_its_action()
    {
        var results = node.OffersOnly("a", "c").Converge(r => r.Package(["a", "b", "c"]));
        Assert.Equal(ResultStatus.Failed, results[0].Status);
        Assert.Equal(["install a"], results[0].Changes);
        node.Package("c").ShouldNotBeInstalled();
    }

    [Fact]
    public void A_plan_changes_nothing_and_sends_notifications_as_a_converge_would()
    {
        var results = node.Plan(r =>
        {
            var app = r.Service("app");
            r.File("/a", f => f.Notifies(app.Restart));
            r.Execute("make");
        });
        Assert.Equal(["create file", "run", "restart"], results.SelectMany(result => result.Changes));
        node.File("/a").ShouldNotExist();
        node.ShouldNotHaveRun("make").Service("app").ShouldHaveRestarted(0);
    }

    [Fact]
    public void Pending_notifications_pass_a_barrier_to_the_next_plan()
    {
        var plan = PlanOf.Recipe(r => r.File("/a", f => f.Notifies(r.Service("app", s => s.Do()).Restart)));
        var first = new FakeRun(node.Machine, plan with { Final = false }, ConvergeMode.Converge);
        first.Run();
        Assert.Equal([2], first.Pending);
        node.Service("app").ShouldHaveRestarted(0);
        node.Execute(plan with { Pending = first.Pending }, ConvergeMode.Converge);
        node.Service("app").ShouldHaveRestarted(1);
    }

    [Fact]
    public void An_action_that_failed_after_a_change_notifies_in_the_next_run()
    {
        void Recipe(RecipeContext r, params string[] packages)
        {
            var app = r.Service("app", s => s.Do());
            r.Package(packages, p => p.Notifies(app.Restart));
        }

        node.HasService("app").OffersOnly("a");
        node.Converge(r => Recipe(r, "a", "missing"));
        node.Service("app").ShouldHaveRestarted(0);

        Assert.Equal(ResultStatus.Unchanged, node.Converge(r => Recipe(r, "a"))[0].Status);
        node.Service("app").ShouldHaveRestarted(1);
    }

    [Fact]
    public void What_an_action_notifies_stays_pending_when_the_action_failed_after_a_change()
    {
        node.HasService("app").OffersOnly("a");
        var plan = PlanOf.Recipe(r => r.Package(
            ["a", "missing"], p => p.Notifies(r.Service("app", s => s.Do()).Restart)));

        var run = new FakeRun(node.Machine, plan, ConvergeMode.Converge);
        run.Run();

        Assert.Equal("service[app] restart", $"{plan[Assert.Single(run.StillPending)]}");
    }

    [Fact]
    public void An_action_stays_pending_when_an_action_of_another_recipe_with_the_same_name_succeeds()
    {
        ConvergePlan Recipe(string app) => PlanOf.Recipe(
            r =>
            {
                var reload = r.Execute($"reload {app}", e => e.Name = "reload");
                reload.OnlyWhenNotified();
                r.File($"/{app}", f => f.Notifies(reload.Run));
            },
            $"{app}::default") with
        { Recipes = [$"{app}::default"] };
        node.OnCommand("reload one").ReturnsOnce(1).Returns(0).OnCommand("reload two").Returns(0);

        node.Execute(Recipe("one"), ConvergeMode.Converge);
        node.Execute(Recipe("two"), ConvergeMode.Converge);
        var next = node.Execute(Recipe("one"), ConvergeMode.Converge);

        Assert.Equal([ResultStatus.Unchanged, ResultStatus.Changed], next.Select(result => result.Status));
    }

    [Fact]
    public void A_guard_runs_again_before_a_retry()
    {
        node.OnCommand("ready").ReturnsOnce(0).Returns(1).OnCommand("fails").Returns(1);
        var result = Assert.Single(node.Converge(r => r.Execute("fails", e => { e.Retries = 3; e.OnlyIf("ready"); })));
        Assert.Equal(ResultStatus.Skipped, result.Status);
    }

    [Fact]
    public void A_log_message_is_never_a_change() =>
        Assert.Equal(ResultStatus.Unchanged, node.Converge(r => r.Log("hello"))[0].Status);
}
