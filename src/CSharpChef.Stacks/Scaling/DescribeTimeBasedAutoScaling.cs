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

    protected override async Task<Response> RunAsync(Request request, Call call) => new([
        .. from instance in await call.GetAsync<Instance>(request.InstanceIds)
           select new HoursOfInstance(instance.InstanceId, instance.TimeBasedScaling ?? new()),
    ]);

    internal sealed record Request
    {
        [Description("The instances.")]
        public required IReadOnlyList<string> InstanceIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<HoursOfInstance> TimeBasedAutoScalingConfigurations);

    internal sealed record HoursOfInstance(string InstanceId, WeeklySchedule AutoScalingSchedule);
}
