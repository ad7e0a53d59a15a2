using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Description("Lists the volumes of a stack, instance or RAID array, or the volumes with the given ids.")]
internal sealed class DescribeVolumes : Query<DescribeVolumes.Request, DescribeVolumes.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(await Selectors.ReadAsync<Volume>(
        call,
        Selectors.Under<Instance, Volume>("InstanceId", request.InstanceId),
        Selectors.Under<Stack, Volume>("StackId", request.StackId),
        Selectors.Under<RaidArray, Volume>("RaidArrayId", request.RaidArrayId),
        Selectors.ByIds<Volume>("VolumeIds", request.VolumeIds)));

    internal sealed record Request
    {
        [Description("The instance. Specify one of InstanceId, StackId, RaidArrayId and VolumeIds.")]
        public string? InstanceId { get; init; }

        [Description("The stack.")]
        public string? StackId { get; init; }

        [Description("The RAID array.")]
        public string? RaidArrayId { get; init; }

        [Description("The volumes.")]
        public IReadOnlyList<string>? VolumeIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<Volume> Volumes);
}
