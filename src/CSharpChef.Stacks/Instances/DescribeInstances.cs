using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances;

[Description("Lists the instances of a stack or layer, or the instances with the given ids.")]
internal sealed class DescribeInstances : Query<DescribeInstances.Request, DescribeInstances.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(await Selectors.ReadAsync<Instance>(
        call,
        Selectors.Under<Stack, Instance>("StackId", request.StackId),
        Selectors.Under<Layer, Instance>("LayerId", request.LayerId),
        Selectors.ByIds<Instance>("InstanceIds", request.InstanceIds)));

    internal sealed record Request
    {
        [Description("The stack. Specify one of StackId, LayerId and InstanceIds.")]
        public string? StackId { get; init; }

        [Description("The layer.")]
        public string? LayerId { get; init; }

        [Description("The instances.")]
        [Limit(Limits.InstanceIds)]
        public IReadOnlyList<string>? InstanceIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<Instance> Instances);
}
