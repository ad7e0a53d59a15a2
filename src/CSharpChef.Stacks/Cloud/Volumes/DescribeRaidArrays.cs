using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Description("Lists the RAID arrays of a stack or instance, or the arrays with the given ids.")]
internal sealed class DescribeRaidArrays : Query<DescribeRaidArrays.Request, DescribeRaidArrays.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(await Selectors.ReadAsync<RaidArray>(
        call,
        Selectors.Under<Instance, RaidArray>("InstanceId", request.InstanceId),
        Selectors.Under<Stack, RaidArray>("StackId", request.StackId),
        Selectors.ByIds<RaidArray>("RaidArrayIds", request.RaidArrayIds)));

    internal sealed record Request
    {
        [Description("The instance. Specify one of InstanceId, StackId and RaidArrayIds.")]
        public string? InstanceId { get; init; }

        [Description("The stack.")]
        public string? StackId { get; init; }

        [Description("The RAID arrays.")]
        public IReadOnlyList<string>? RaidArrayIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<RaidArray> RaidArrays);
}
