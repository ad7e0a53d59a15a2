using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Tests.Stacks.Instances;

public sealed class InstanceStatesTests
{
    public static TheoryData<string> All => [.. EnumNames.Of(typeof(InstanceStatus))];

    [Theory]
    [MemberData(nameof(All))]
    public void Whatever_its_state_force_stops_a_managed_instance(string status) =>
        Assert.Contains(
            InstanceStates.Stop(In(status), force: true).Status,
            new[] { InstanceStatus.Stopped, InstanceStatus.Terminated });

    [Theory]
    [MemberData(nameof(All))]
    public void A_start_is_refused_or_leaves_it_starting_or_running(string status)
    {
        try
        {
            var started = InstanceStates.Start(In(status)).Status;
            Assert.Contains(started, new[]
            {
                InstanceStatus.Requested,
                InstanceStatus.Pending,
                InstanceStatus.Booting,
                InstanceStatus.RunningSetup,
                InstanceStatus.Online
            });
        }
        catch (OperationException e)
        {
            Assert.Contains($"it is {status}", e.Message, StringComparison.Ordinal);
        }
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
