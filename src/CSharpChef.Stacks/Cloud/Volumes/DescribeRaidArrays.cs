using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Description("Lists the RAID arrays of a stack or instance, or those of the ids.")]
internal sealed class DescribeRaidArrays : Query<DescribeRaidArrays.Request, DescribeRaidArrays.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("InstanceId", request.InstanceId), ("StackId", request.StackId), ("RaidArrayIds", request.RaidArrayIds)) switch
    {
        "InstanceId" =>
            new(await call.Store.ListAsync<RaidArray>((await call.GetAsync<Instance>(request.InstanceId)).Id)),
        "StackId" => new(await call.Store.ListAsync<RaidArray>((await call.GetAsync<Stack>(request.StackId)).Id)),
        _ => new(await call.GetAsync<RaidArray>(request.RaidArrayIds!)),
    };

    internal sealed record Request
    {
        [Description("The instance. Give one of InstanceId, StackId and RaidArrayIds.")]
        public string? InstanceId { get; init; }

        [Description("The stack.")]
        public string? StackId { get; init; }

        [Description("The RAID arrays.")]
        public IReadOnlyList<string>? RaidArrayIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<RaidArray> RaidArrays);
}
