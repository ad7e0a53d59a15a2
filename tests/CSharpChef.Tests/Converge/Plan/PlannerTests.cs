using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class PlannerTests
{
    private static readonly FakeNode Debian = FakeNode.Debian12();

    [Fact]
    public void Actions_are_numbered_from_1_in_the_order_of_declaration()
    {
        var plan = Plan(new DirectoryResource("/a"), new ServiceResource("b"), new FileResource("/c"));

        Assert.Equal(
            ["1 directory[/a] create", "2 service[b] enable", "3 service[b] start", "4 file[/c] create"], Lines(plan));
        Assert.All(plan.Actions, action => Assert.True(action.IsScheduled));
        Assert.Same(plan.Actions[2], plan[3]);
    }

    [Fact]
    public void An_action_that_only_a_notification_names_comes_last_and_is_not_scheduled()
    {
        var (conf, app, log) = (new FileResource("/conf"), new ServiceResource("app"), new LogResource("done"));
        conf.Notifies(app.Restart);
        conf.Notifies(log.Write, Timing.Immediately);
        log.OnlyWhenNotified();

        var plan = Plan(conf, app, log);

        Assert.Equal(
            [
                "1 file[/conf] create",
                "2 service[app] enable",
                "3 service[app] start",
                "4 service[app] restart",
                "5 log[done] write"
            ],
            Lines(plan));
        Assert.Equal([true, true, true, false, false], plan.Actions.Select(action => action.IsScheduled));
        Assert.Equal([4], plan[1].Delayed);
        Assert.Equal([5], plan[1].Immediate);
    }

    [Fact]
    public void A_scheduled_action_that_is_also_notified_is_planned_once()
    {
        var (conf, script) = (new FileResource("/conf"), new ExecuteResource("make"));
        conf.Notifies(script.Run);

        var plan = Plan(conf, script);

        Assert.Equal(2, plan.Actions.Count);
        Assert.Equal([2], plan[1].Delayed);
        Assert.True(plan[2].IsScheduled);
    }

    [Fact]
    public void Two_notifications_of_one_action_count_as_one()
    {
        var (conf, app) = (new FileResource("/conf"), new ServiceResource("app"));
        conf.Notifies(app.Restart);
        conf.Notifies(app.Restart);

        Assert.Equal([4], Plan(conf, app)[1].Delayed);
    }

    [Fact]
    public void A_notified_resource_adds_its_own_notifications_to_the_plan()
    {
        var (conf, middle, end) =
            (new FileResource("/conf"), new ExecuteResource("middle"), new ExecuteResource("end"));
        conf.Notifies(middle.Run);
        middle.Notifies(end.Run);

        var plan = Plan(conf);

        Assert.Equal(["1 file[/conf] create", "2 execute[middle] run", "3 execute[end] run"], Lines(plan));
        Assert.Equal([3], plan[2].Delayed);
    }

    [Fact]
    public void Chosen_actions_replace_the_default_actions()
    {
        var app = new ServiceResource("app");
        app.Do(app.Stop, app.Disable);

        Assert.Equal(["1 service[app] stop", "2 service[app] disable"], Lines(Plan(app)));
    }

    [Fact]
    public void A_pending_action_of_an_earlier_program_is_in_the_plan()
    {
        var app = new ServiceResource("app");
        var plan = Planner.Plan(
            new ResourceCollection([new FileResource("/a")], new SecretTexts()),
            StepResource.NodeOf(Debian),
            [app.Restart],
            final: false);

        Assert.Equal(["1 file[/a] create", "2 service[app] restart"], Lines(plan));
        Assert.Equal([2], plan.Pending);
        Assert.False(plan[2].IsScheduled);
        Assert.False(plan.Final);
    }

    [Fact]
    public void A_cron_entry_becomes_a_file_or_a_block_as_its_platform_needs()
    {
        var entry = new CronResource("backup") { Schedule = "@daily", Command = "date +%F" };

        Assert.IsType<FileStep>(Assert.Single(Plan(entry)[1].Steps));
        Assert.IsType<LineStep>(Assert.Single(StepResource.Plan(FakeNode.Alpine320(), entry)[1].Steps));
    }

    [Fact]
    public void The_error_of_an_invalid_step_names_its_resource_and_line()
    {
        var error = Assert.Throws<RecipeException>(() => Plan(Declared(new FileResource("etc/motd"), 7)));

        Assert.Equal(
            "default.csx:7: file[etc/motd]: the path \"etc/motd\" is relative: it must be absolute (start with /)", error.Message);
    }

    [Fact]
    public void A_resource_that_contains_a_secret_is_sensitive()
    {
        var secrets = new SecretTexts();
        secrets.Add("hunter2");
        var file = new FileResource("/a") { Content = "password=hunter2\n" };
        var other = new FileResource("/b") { Content = "no\n" };

        var plan = Planner.Plan(
            new ResourceCollection([file, other], secrets), StepResource.NodeOf(Debian), [], final: true);

        Assert.Equal([true, false], plan.Actions.Select(action => action.Sensitive));
    }

    internal static T Declared<T>(T resource, int line)
        where T : Resource
    {
        resource.Declared(new RecipeContext("test", "test::default", new PlanOf()), new SourceLocation("default.csx", line));
        return resource;
    }

    private static ConvergePlan Plan(params Resource[] resources) => StepResource.Plan(Debian, resources);

    private static IEnumerable<string> Lines(ConvergePlan plan) =>
        plan.Actions.Select(action => $"{action.Number} {action}");
}
