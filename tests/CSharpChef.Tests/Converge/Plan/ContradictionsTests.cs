using CSharpChef.Converge.Plan;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class ContradictionsTests
{
    public static TheoryData<string> Contradictory => [.. Pairs.Keys];

    private static readonly Dictionary<string, Func<(Resource One, Resource Other)>> Pairs = new()
    {
        ["content"] = () => (new FileResource("/a") { Content = "1" }, new FileResource("/a") { Content = "2" }),
        ["mode"] = () => (new FileResource("/a") { Mode = "0600" }, new FileResource("/a") { Mode = "0644" }),
        ["owner"] = () => (new FileResource("/a") { Owner = "root" }, new FileResource("/a") { Owner = "ann" }),
        ["file and directory"] = () => (new FileResource("/a"), new DirectoryResource("/a")),
        ["file and link"] = () => (new FileResource("/a"), new LinkResource("/a") { To = "/b" }),
        ["links"] = () => (new LinkResource("/a") { To = "/b" }, new LinkResource("/a") { To = "/c" }),
        ["made and removed"] = () => (new FileResource("/a"), Doing(new FileResource("/a"), file => file.Delete)),
        ["directory's group"] =
            () => (new DirectoryResource("/a") { Group = "adm" }, new DirectoryResource("/a") { Group = "ops" }),
        ["started and stopped"] = () =>
            (new ServiceResource("a") { Enabled = null }, new ServiceResource("a") { Enabled = null, Running = false }),
        ["enabled and disabled"] =
            () => (new ServiceResource("a"), new ServiceResource("a") { Enabled = false, Running = null }),
        ["masked and started"] = () =>
            (Doing(new ServiceResource("a"), service => service.Mask), new ServiceResource("a") { Enabled = null }),
        ["installed and removed"] =
            () => (new PackageResource(["a"]), Doing(new PackageResource(["a"]), package => package.Remove)),
        ["versions"] =
            () => (new PackageResource(["a"]) { Version = "1" }, new PackageResource(["a"]) { Version = "2" }),
        ["shells"] = () => (new UserResource("a") { Shell = "/bin/sh" }, new UserResource("a") { Shell = "/bin/bash" }),
        ["user made and removed"] = () => (new UserResource("a"), Doing(new UserResource("a"), user => user.Remove)),
        ["gids"] = () => (new GroupResource("a") { Gid = 1 }, new GroupResource("a") { Gid = 2 }),
    };

    [Theory, MemberData(nameof(Contradictory))]
    public void Contradicting_steps_for_one_subject_are_refused_with_the_lines_of_both(string pair)
    {
        var (first, other) = Pairs[pair]();

        var error = Assert.Throws<RecipeException>(
            () => Plan(PlannerTests.Declared(first, 3), PlannerTests.Declared(other, 9)));

        Assert.StartsWith(
            $"default.csx:9: {other} contradicts {first} at default.csx:3 about ",
            error.Message,
            StringComparison.Ordinal);
        Assert.EndsWith(": keep one of them, or guard them", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Contradictory))]
    public void A_guard_allows_contradicting_steps(string pair)
    {
        var (first, other) = Pairs[pair]();
        other.OnlyIf("true");

        Assert.Equal([first, other], Planned(first, other));
    }

    [Theory, MemberData(nameof(Contradictory))]
    public void An_action_that_runs_only_when_notified_may_contradict_another(string pair)
    {
        var (first, other) = Pairs[pair]();
        first.Notifies(other.Actions[0]);
        other.OnlyWhenNotified();

        Assert.Equal([first, other], Planned(first, other));
    }

    [Fact]
    public void A_compatible_step_between_two_contradicting_ones_does_not_hide_the_contradiction()
    {
        var (first, compatible, other) = (
            new FileResource("/a") { Mode = "0600" },
            new FileResource("/a"),
            new FileResource("/a") { Mode = "0644" });

        Assert.Throws<RecipeException>(() => Plan(first, compatible, other));
    }

    [Fact]
    public void Resources_that_set_different_properties_of_one_subject_are_accepted()
    {
        Resource[] resources =
        [
            new FileResource("/a") { Content = "1" },
            new FileResource("/a") { Content = "1", Mode = "0600" },
            new FileResource("/a") { Owner = "ann" },
            new LineResource("/a") { Text = "1" },
            new LineResource("/a") { Text = "2" },
            new ServiceResource("a") { Running = null },
            new ServiceResource("a") { Enabled = null },
            new UserResource("a") { Shell = "/bin/sh" },
            new UserResource("a") { Groups = ["adm"] },
        ];

        Assert.Equal(resources, Planned(resources));
    }

    [Fact]
    public void Immediate_notifications_in_a_circle_are_refused()
    {
        var (first, other) = (
            PlannerTests.Declared(new ExecuteResource("one"), 1),
            PlannerTests.Declared(new ExecuteResource("other"), 2));
        first.Notifies(other.Run, Timing.Immediately);
        other.Notifies(first.Run, Timing.Immediately);

        var error = Assert.Throws<RecipeException>(() => Plan(first, other));

        Assert.Equal(
            "default.csx:1: immediate notifications go in a circle: execute[one] run → execute[other] run → execute[one] run: make one of them delayed",
            error.Message);
    }

    [Fact]
    public void A_circle_with_a_delayed_notification_is_accepted()
    {
        var (first, other) = (new ExecuteResource("one"), new ExecuteResource("other"));
        first.Notifies(other.Run, Timing.Immediately);
        other.Notifies(first.Run);

        Assert.Equal([first, other], Planned(first, other));
    }

    [Fact]
    public void A_resource_that_notifies_itself_immediately_is_refused()
    {
        var resource = new ExecuteResource("one");
        resource.Notifies(resource.Run, Timing.Immediately);

        Assert.Throws<RecipeException>(() => Plan(resource));
    }

    [Fact(Timeout = 10_000)]
    public async Task Many_paths_of_notifications_to_one_action_are_accepted_quickly()
    {
        var layers = Enumerable.Range(0, 24)
            .Select(layer => new[] { new ExecuteResource($"{layer}a"), new ExecuteResource($"{layer}b") })
            .ToList();
        foreach (var (upper, lower) in layers.Zip(layers.Skip(1)))
        {
            upper.ToList().ForEach(
                sender =>
                lower.ToList().ForEach(receiver => sender.Notifies(receiver.Run, Timing.Immediately)));
        }

        Resource[] resources = [.. layers.SelectMany(layer => layer)];

        var planned = await Task.Run(() => Planned(resources), TestContext.Current.CancellationToken);

        Assert.Equal(resources, planned);
    }

    private static T Doing<T>(T resource, Func<T, ResourceAction> action)
        where T : Resource
    {
        resource.Do(action(resource));
        return resource;
    }

    private static IEnumerable<Resource> Planned(params Resource[] resources) =>
        Plan(resources).Actions.Select(action => action.Resource).Distinct();

    private static ConvergePlan Plan(params Resource[] resources) =>
        StepResource.Plan(FakeNode.Debian12(), resources);
}
