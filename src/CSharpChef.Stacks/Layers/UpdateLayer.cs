using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

[Says("Changes a layer's settings. Machines learn of it with their next command.")]
internal sealed class UpdateLayer : Change<UpdateLayer.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        var changed = (Layer)request.Over(layer);
        changed = layer.Type == LayerType.Custom ? changed : changed with { Shortname = layer.Shortname };
        await call.Store.SaveAsync(layer, SecretAttributes.Hide(LayerRules.Check(changed)));
        return Nothing.Here;
    }

    internal sealed record Request : LayerSettings
    {
        [Says("The layer.")]
        public required string LayerId { get; init; }
    }
}
