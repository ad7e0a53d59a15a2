using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

[Description("Updates a layer's settings. Machines receive them with their next command.")]
internal sealed class UpdateLayer : Change<UpdateLayer.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        var changed = (Layer)request.MergeInto(layer);
        changed = layer.Type == LayerType.Custom ? changed : changed with { Shortname = layer.Shortname };
        await call.Store.SaveAsync(
            layer,
            SecretAttributes.Hide(LayerRules.Check(changed)),
            request.VolumeConfigurations is null ? [] : await SharedMountPoints.WarningsAsync(changed, call));
        return Empty.Value;
    }

    internal sealed record Request : LayerSettings
    {
        [Description("The layer.")]
        public required string LayerId { get; init; }
    }
}
