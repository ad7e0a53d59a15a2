using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Scaling;

[Description("Describes the weekly schedules of timer instances.")]
internal sealed class DescribeTimeBasedAutoScaling
    : Query<DescribeTimeBasedAutoScaling.Request, DescribeTimeBasedAutoScaling.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(call.Read<Instance>(await call.CheckAsync<Instance>(request.InstanceIds)).Select(
            instance => new HoursOfInstance(instance.InstanceId, instance.TimeBasedScaling ?? new())));

    internal sealed record Request
    {
        [Description("The instances.")]
        public required IReadOnlyList<string> InstanceIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<HoursOfInstance> TimeBasedAutoScalingConfigurations);

    internal sealed record HoursOfInstance(string InstanceId, WeeklySchedule AutoScalingSchedule);
}
