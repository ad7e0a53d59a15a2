using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Tests.Stacks.Instances;

public sealed class InstanceStatesTests
{
    private static readonly string[] Requested = ["stopped", "start_failed", "terminated", "stop_failed"];
    private static readonly string[] Unchanged = ["requested", "pending", "booting", "running_setup", "online"];

    public static TheoryData<string> All => [.. EnumNames.Of(typeof(InstanceStatus))];

    public static TheoryData<string> ToRequested => [.. Requested];

    public static TheoryData<string> ToUnchanged => [.. Unchanged];

    public static TheoryData<string> ToRefused =>
        [.. EnumNames.Of(typeof(InstanceStatus)).Except(Requested).Except(Unchanged)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_forced_stop_leaves_a_terminated_instance_as_it_is_and_stops_all_others(string status)
    {
        var expected = status == "terminated" ? InstanceStatus.Terminated : InstanceStatus.Stopped;

        Assert.Equal(expected, InstanceStates.Stop(In(status), force: true).Status);
    }

    [Theory]
    [MemberData(nameof(ToRequested))]
    public void Starting_an_instance_that_does_not_run_leaves_it_requested(string status) =>
        Assert.Equal(InstanceStatus.Requested, InstanceStates.Start(In(status)).Status);

    [Theory]
    [MemberData(nameof(ToUnchanged))]
    public void Starting_an_instance_that_starts_or_is_online_leaves_it_as_it_is(string status)
    {
        var instance = In(status);

        Assert.Same(instance, InstanceStates.Start(instance));
    }

    [Theory]
    [MemberData(nameof(ToRefused))]
    public void Starting_an_instance_in_any_other_state_is_refused_with_that_state(string status)
    {
        var refusal = Assert.Throws<OperationException>(() => InstanceStates.Start(In(status)));

        Assert.Contains($"it is {status}", refusal.Message, StringComparison.Ordinal);
    }

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
