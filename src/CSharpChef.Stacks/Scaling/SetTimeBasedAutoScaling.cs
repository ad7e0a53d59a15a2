using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Scaling;

[Says("Says in which hours of the week a timer instance is on. Days that are given are replaced as a whole.")]
internal sealed class SetTimeBasedAutoScaling : Change<SetTimeBasedAutoScaling.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        if (instance.AutoScalingType != AutoScalingType.Timer)
        {
            throw Refuse.Invalid(
                $"Instance {instance.InstanceId} is not started and stopped by the clock: its AutoScalingType must be timer.");
        }

        request.AutoScalingSchedule?.Check();
        var schedule = request.AutoScalingSchedule?.Over(instance.TimeBasedScaling ?? new())
            ?? instance.TimeBasedScaling;
        await call.Store.SaveAsync(instance, instance with { TimeBasedScaling = schedule });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The instance.")]
        public required string InstanceId { get; init; }

        [Says("The hours, in UTC.")]
        public WeeklySchedule? AutoScalingSchedule { get; init; }
    }
}
