using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Tests.Stacks.Instances;

public sealed class InstanceStatesTests
{
    private static readonly string[] Requested = ["stopped", "start_failed", "terminated", "stop_failed"];
    private static readonly string[] Unchanged = ["requested", "pending", "booting", "running_setup", "online"];
    private static readonly string[] Later = ["stopping", "shutting_down", "terminating"];
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> All => [.. EnumNames.Of(typeof(InstanceStatus))];

    public static TheoryData<string> ToRequested => [.. Requested];

    public static TheoryData<string> ToUnchanged => [.. Unchanged];

    public static TheoryData<string> ToLater => [.. Later];

    public static TheoryData<string> ToRefused =>
        [.. EnumNames.Of(typeof(InstanceStatus)).Except(Requested).Except(Unchanged).Except(Later)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_forced_stop_leaves_a_terminated_instance_as_it_is_and_stops_all_others(string status)
    {
        var expected = status == "terminated" ? InstanceStatus.Terminated : InstanceStatus.Stopped;

        Assert.Equal(expected, InstanceStates.Stop(In(status), force: true, "ann", Now).Status);
    }

    [Theory]
    [MemberData(nameof(ToRequested))]
    public void Starting_an_instance_that_does_not_run_leaves_it_requested(string status) =>
        Assert.Equal(InstanceStatus.Requested, Start(In(status)).Status);

    [Theory]
    [MemberData(nameof(ToUnchanged))]
    public void Starting_an_instance_that_starts_or_is_online_leaves_it_as_it_is(string status)
    {
        var instance = In(status);

        Assert.Same(instance, Start(instance));
    }

    [Theory]
    [MemberData(nameof(ToLater))]
    public void Starting_an_instance_that_stops_leaves_its_state_and_wants_it_to_run_afterwards(string status)
    {
        var started = Start(In(status));

        Assert.Equal(In(status).Status, started.Status);
        Assert.Equal(WantedState.Running, started.Life.Wanted);
    }

    [Fact]
    public void Starting_an_instance_that_is_being_deleted_is_refused()
    {
        var deleted = InstanceStates.Delete(In("stopped"), "ann", Now);

        Assert.Contains("is being deleted", Assert.Throws<OperationException>(() => Start(deleted)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_during_the_request_of_a_machine_waits_for_its_outcome()
    {
        var requested = Start(In("stopped") with { Ec2InstanceId = null });

        Assert.Equal(InstanceStatus.Stopping, InstanceStates.Stop(requested, force: false, "ann", Now).Status);
    }

    [Theory]
    [MemberData(nameof(ToRefused))]
    public void Starting_an_instance_in_any_other_state_is_refused_with_that_state(string status)
    {
        var refusal = Assert.Throws<OperationException>(() => Start(In(status)));

        Assert.Contains($"it is {status}", refusal.Message, StringComparison.Ordinal);
    }

    private static Instance Start(Instance instance) => InstanceStates.Start(instance, "memory", "ann", Now);

    private static Instance In(string status) => new()
    {
        InstanceId = "i",
        StackId = "s",
        Arn = "a",
        Status = EnumNames.Parse<InstanceStatus>(status)!.Value,
        CreatedAt = default,
        Ec2InstanceId = "machine",
        RootDeviceType = RootDeviceType.Ebs,
    };
}
