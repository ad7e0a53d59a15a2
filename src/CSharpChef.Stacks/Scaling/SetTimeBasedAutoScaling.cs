using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Scaling;

[Description("Says in which hours of the week a timer instance is on. Days that are given are replaced as a whole.")]
internal sealed class SetTimeBasedAutoScaling : Change<SetTimeBasedAutoScaling.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        if (instance.AutoScalingType != AutoScalingType.Timer)
        {
            throw ApiError.Invalid(
                $"Instance {instance.InstanceId} is not started and stopped by the clock: its AutoScalingType must be timer.");
        }

        request.AutoScalingSchedule?.Check();
        var schedule = request.AutoScalingSchedule?.MergeInto(instance.TimeBasedScaling ?? new())
            ?? instance.TimeBasedScaling;
        await call.Store.SaveAsync(instance, instance with { TimeBasedScaling = schedule });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The instance.")]
        public required string InstanceId { get; init; }

        [Description("The hours, in UTC.")]
        public WeeklySchedule? AutoScalingSchedule { get; init; }
    }
}
