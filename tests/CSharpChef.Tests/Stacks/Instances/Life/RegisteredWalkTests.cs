using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;

namespace CSharpChef.Tests.Stacks.Instances.Life;

/// <summary>The invariants of the states of registered machines, on thousands of random walks.</summary>
public sealed class RegisteredWalkTests
{
    private const int Walks = 1000;
    private const int Steps = 60;

    private static readonly InstanceStatus[] Rest =
    [
        InstanceStatus.Registered, InstanceStatus.Online, InstanceStatus.SetupFailed, InstanceStatus.ConnectionLost,
    ];

    [Fact]
    public void A_machine_is_online_in_layers_only_and_stands_by_in_none() => EachStep((walk, _) =>
        Assert.True(walk.Instance.Status switch
        {
            InstanceStatus.Online or InstanceStatus.Assigning => !walk.Instance.StandsBy,
            InstanceStatus.Registered or InstanceStatus.Registering => walk.Instance.StandsBy,
            _ => true,
        }));

    [Fact]
    public void A_machine_is_online_only_after_a_successful_Setup_in_its_layers() => EachStep((walk, before) =>
    {
        if (walk.Instance.Status == InstanceStatus.Online && before.Status != InstanceStatus.Online)
        {
            Assert.True((before.Status, walk.Last) switch
            {
                (InstanceStatus.RunningSetup, InstanceEvent.CommandEnded { IsSuccessful: true } ended) =>
                    ended.CommandId == before.Life.CommandId,
                (InstanceStatus.Rebooting, InstanceEvent.LoggedIn) => before.Life.IsSetUp,
                (InstanceStatus.ConnectionLost, InstanceEvent.Answers) => before.Life.IsSetUp,
                _ => false,
            });
        }
    });

    [Fact]
    public void A_status_that_the_server_leaves_by_itself_ends_although_nothing_happens() => EachStep((walk, _) =>
    {
        var instance = walk.Instance;
        for (var n = 0; n < 5 && !HasEnded(instance); n++)
        {
            instance = EndAlone(instance, walk.Now);
        }

        Assert.True(HasEnded(instance), $"{walk.Instance.Status} stays {instance.Status}");
    });

    [Fact]
    public void Deregistering_is_never_undone() => EachStep((walk, before) => Assert.True(
        before.Status != InstanceStatus.Deregistering || walk.Instance.Status == InstanceStatus.Deregistering));

    [Fact]
    public void An_event_that_comes_twice_changes_nothing_the_second_time() => EachStep((walk, _) =>
    {
        if (walk.Last is { } last and not InstanceEvent.LimitPassed)
        {
            Assert.Equal(walk.Instance.Status, InstanceTransitions.Apply(walk.Instance, last, walk.Now).Status);
        }
    });

    [Fact]
    public void The_walks_reach_every_status_of_a_registered_machine()
    {
        var reached = new HashSet<InstanceStatus>();

        EachStep((walk, _) => reached.Add(walk.Instance.Status));

        Assert.Equal(
            [
                InstanceStatus.Registering, InstanceStatus.Registered, InstanceStatus.Assigning,
                InstanceStatus.RunningSetup, InstanceStatus.SetupFailed, InstanceStatus.Online,
                InstanceStatus.Rebooting, InstanceStatus.ConnectionLost, InstanceStatus.Unassigning,
                InstanceStatus.Deregistering,
            ],
            reached);
    }

    private static bool HasEnded(Instance instance) =>
        Rest.Contains(instance.Status) || InstanceSteps.Of(instance) == InstanceStep.Remove;

    private static Instance EndAlone(Instance instance, DateTimeOffset now) => InstanceTransitions.Apply(
        instance,
        instance.Life.CommandId is { } command
            ? new InstanceEvent.CommandEnded(command, false, "timed out")
            : new InstanceLimits().Passed(instance, DateTimeOffset.MaxValue) ?? throw new InvalidOperationException(
                $"{instance.Status} has neither a command nor a limit"),
        now);

    private static void EachStep(Action<RegisteredWalk, Instance> check)
    {
        for (var seed = 0; seed < Walks; seed++)
        {
            var walk = new RegisteredWalk(seed);
            for (var n = 0; n < Steps; n++)
            {
                var before = walk.Step();
                check(walk, before);
            }
        }
    }
}
