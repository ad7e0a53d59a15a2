using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances;

[Description("Lists the instances of a stack or layer, or those of the ids.")]
internal sealed class DescribeInstances : Query<DescribeInstances.Request, DescribeInstances.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("StackId", request.StackId), ("LayerId", request.LayerId), ("InstanceIds", request.InstanceIds)) switch
    {
        "StackId" => new(await call.Store.ListAsync<Instance>((await call.GetAsync<Stack>(request.StackId)).Id)),
        "LayerId" => new(await call.Store.ListAsync<Instance>((await call.GetAsync<Layer>(request.LayerId)).Id)),
        _ => new(await call.GetAsync<Instance>(request.InstanceIds!)),
    };

    internal sealed record Request
    {
        [Description("The stack. Give one of StackId, LayerId and InstanceIds.")]
        public string? StackId { get; init; }

        [Description("The layer.")]
        public string? LayerId { get; init; }

        [Description("The instances.")]
        public IReadOnlyList<string>? InstanceIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<Instance> Instances);
}
