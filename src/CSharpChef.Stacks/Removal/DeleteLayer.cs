using CSharpChef.Stacks.Cloud.Balancers;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Removal;

[Description("Deletes a layer that has no instances.")]
internal sealed class DeleteLayer : Change<DeleteLayer.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        if (await call.Store.CountAsync<Instance>(layer.LayerId) is > 0 and var count)
        {
            throw ApiError.Invalid(
                $"Cannot delete layer {layer.LayerId}: it still has instances ({count}). Delete them, or unassign those that are registered.");
        }

        await call.Store.RemoveAllAsync<ElasticLoadBalancer>(layer.LayerId);
        await call.Store.RemoveAsync(layer);
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The layer.")]
        public required string LayerId { get; init; }
    }
}
