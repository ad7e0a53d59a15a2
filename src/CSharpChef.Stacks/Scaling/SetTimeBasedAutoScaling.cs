using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Scaling;

[Description("Sets the weekly schedule of a timer instance. Each given day is replaced as a whole.")]
internal sealed class SetTimeBasedAutoScaling : Change<SetTimeBasedAutoScaling.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        if (instance.AutoScalingType != AutoScalingType.Timer)
        {
            throw ApiError.Invalid(
                $"Instance {instance.Label} has no schedule: its AutoScalingType must be timer.");
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

        [Description("The weekly schedule, in UTC.")]
        public WeeklySchedule? AutoScalingSchedule { get; init; }
    }
}
