using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;

namespace CSharpChef.Tests.Stacks.Instances.Life;

/// <summary>The invariants of the states of instances, on thousands of random walks.</summary>
public sealed class InstanceWalkTests
{
    private const int Steps = 80;

    private static readonly InstanceStatus[] Moving =
    [
        InstanceStatus.Requested, InstanceStatus.Pending, InstanceStatus.Booting, InstanceStatus.RunningSetup,
        InstanceStatus.Rebooting, InstanceStatus.Stopping, InstanceStatus.ShuttingDown, InstanceStatus.Terminating,
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20).Select(part => part * 100)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_instance_is_online_only_when_its_last_Setup_since_the_start_succeeded(int first)
    {
        var isSetUp = false;
        EachStep(first, (walk, before) =>
        {
            isSetUp = walk.Instance.Status switch
            {
                InstanceStatus.Requested => false,
                _ when before.Status == InstanceStatus.RunningSetup && walk.Instance.Status != before.Status =>
                    walk.Last is InstanceEvent.CommandEnded { IsSuccessful: true } ended
                        && ended.CommandId == before.Life.CommandId,
                _ => isSetUp,
            };
            Assert.True(isSetUp || walk.Instance.Status != InstanceStatus.Online);
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_instance_enters_online_by_its_Setup_or_when_its_machine_is_reached_again(int first) =>
        EachStep(first, (walk, before) =>
        {
            if (walk.Instance.Status == InstanceStatus.Online && before.Status != InstanceStatus.Online)
            {
                Assert.True((before.Status, walk.Last) is
                    (InstanceStatus.RunningSetup, InstanceEvent.CommandEnded)
                    or (InstanceStatus.Rebooting, InstanceEvent.LoggedIn)
                    or (InstanceStatus.ConnectionLost, InstanceEvent.Answers));
            }
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_status_that_the_server_leaves_by_itself_ends_although_nothing_happens_any_more(int first) =>
        EachStep(first, (walk, _) =>
        {
            var instance = walk.Instance;
            for (var n = 0; n < 5 && Moving.Contains(instance.Status); n++)
            {
                instance = EndAlone(instance, walk.Now);
            }

            Assert.DoesNotContain(instance.Status, Moving);
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_deletion_is_never_undone(int first) => EachStep(first, (walk, before) =>
    {
        if (before.Life.Wanted == WantedState.Deleted)
        {
            Assert.Equal(WantedState.Deleted, walk.Instance.Life.Wanted);
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_event_that_comes_twice_changes_nothing_the_second_time(int first) =>
        EachStep(first, (walk, before) =>
    {
        if (walk.Last is { } last && last is not InstanceEvent.Next)
        {
            var twice = InstanceTransitions.Apply(walk.Instance, last, walk.Now);

            Assert.True(
                twice.Status == walk.Instance.Status
                    || last is InstanceEvent.LimitPassed or InstanceEvent.Stopped or InstanceEvent.Gone,
                $"{before.Status} became {walk.Instance.Status} and {twice.Status} by {last}");
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_time_of_a_status_is_that_of_its_beginning(int first) => EachStep(first, (walk, before) =>
        Assert.Equal(
            walk.Instance.Status == before.Status && walk.Instance.Life.Generation == before.Life.Generation
                ? before.Life.Since
                : walk.Now,
            walk.Instance.Life.Since));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_machine_is_forgotten_only_when_it_is_gone_or_by_force(int first) => EachStep(first, (walk, before) =>
    {
        if (before.Ec2InstanceId is not null && walk.Instance.Ec2InstanceId != before.Ec2InstanceId)
        {
            Assert.Null(walk.Instance.Ec2InstanceId);
            Assert.True(walk.Last is InstanceEvent.Gone || (walk.Last is null && walk.IsForced));
        }
    });

    [Fact]
    public void The_walks_reach_every_status_of_an_instance_that_is_not_registered()
    {
        var reached = new HashSet<InstanceStatus>();

        EachStep(first: 0, (walk, _) => reached.Add(walk.Instance.Status));

        Assert.Equal(
            [
                .. Moving, InstanceStatus.Stopped, InstanceStatus.Online, InstanceStatus.SetupFailed,
                InstanceStatus.StartFailed, InstanceStatus.StopFailed, InstanceStatus.ConnectionLost,
                InstanceStatus.Terminated,
            ],
            reached);
    }

    private static Instance EndAlone(Instance instance, DateTimeOffset now) => instance.Life.CommandId is { } command
        ? InstanceTransitions.Apply(instance, new InstanceEvent.CommandEnded(command, false, "timed out"), now)
        : InstanceTransitions.Apply(
            instance,
            new InstanceLimits().Passed(instance, DateTimeOffset.MaxValue) ?? throw new InvalidOperationException(
                $"{instance.Status} has neither a command nor a limit"),
            now);

    private static void EachStep(int first, Action<InstanceWalk, Instance> check)
    {
        for (var seed = first; seed < first + 100; seed++)
        {
            var walk = new InstanceWalk(seed);
            for (var n = 0; n < Steps; n++)
            {
                var before = walk.Step();
                check(walk, before);
            }
        }
    }
}
