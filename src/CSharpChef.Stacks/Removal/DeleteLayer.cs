using CSharpChef.Stacks.Apps;
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

        await RemoveFromAppsAsync(layer, call);
        await call.Store.RemoveAllAsync<ElasticLoadBalancer>(layer.LayerId);
        await call.Store.RemoveAsync(layer);
        return Empty.Value;
    }

    // An app without layers is for all of them.
    private static async Task RemoveFromAppsAsync(Layer layer, Call call)
    {
        foreach (var app in await call.Store.ListAsync<App>(layer.StackId))
        {
            if (app.LayerIds is [var only] && only == layer.LayerId)
            {
                throw ApiError.Invalid(
                    $"Cannot delete layer {layer.LayerId}: the app {app.Shortname} is for it alone. Change the LayerIds of the app first.");
            }

            if (app.LayerIds?.Contains(layer.LayerId) == true)
            {
                await call.Store.SaveAsync(
                    app, app with { LayerIds = [.. app.LayerIds.Where(id => id != layer.LayerId)] });
            }
        }
    }

    internal sealed record Request
    {
        [Description("The layer.")]
        public required string LayerId { get; init; }
    }
}
