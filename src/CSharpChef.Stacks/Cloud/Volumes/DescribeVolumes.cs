using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Description("Lists the volumes of a stack or instance, or those of the ids.")]
internal sealed class DescribeVolumes : Query<DescribeVolumes.Request, DescribeVolumes.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("InstanceId", request.InstanceId), (
            "StackId",
            request.StackId), ("RaidArrayId", request.RaidArrayId), ("VolumeIds", request.VolumeIds)) switch
    {
        "InstanceId" => new(await call.Store.ListAsync<Volume>((await call.GetAsync<Instance>(request.InstanceId)).Id)),
        "StackId" => new(await call.Store.ListAsync<Volume>((await call.GetAsync<Stack>(request.StackId)).Id)),
        "RaidArrayId" =>
            new(await call.Store.ListAsync<Volume>((await call.GetAsync<RaidArray>(request.RaidArrayId)).Id)),
        _ => new(await call.GetAsync<Volume>(request.VolumeIds!)),
    };

    internal sealed record Request
    {
        [Description("The instance. Give one of InstanceId, StackId, RaidArrayId and VolumeIds.")]
        public string? InstanceId { get; init; }

        [Description("The stack.")]
        public string? StackId { get; init; }

        [Description("The RAID array.")]
        public string? RaidArrayId { get; init; }

        [Description("The volumes.")]
        public IReadOnlyList<string>? VolumeIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<Volume> Volumes);
}
