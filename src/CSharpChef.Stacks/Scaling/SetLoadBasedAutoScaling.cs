using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Scaling;

[Says("Says how a layer follows its load. What is not given stays.")]
internal sealed class SetLoadBasedAutoScaling : Operation<SetLoadBasedAutoScaling.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        var below = layer.LoadBasedScaling ?? LoadScaling.Off;
        var scaling = new LoadScaling(
            request.Enable ?? below.Enable,
            request.UpScaling?.Over(below.UpScaling) ?? below.UpScaling,
            request.DownScaling?.Over(below.DownScaling) ?? below.DownScaling);
        scaling.UpScaling.Check("UpScaling");
        scaling.DownScaling.Check("DownScaling");
        await call.Store.SaveAsync(layer, layer with { LoadBasedScaling = scaling });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The layer.")]
        public required string LayerId { get; init; }

        [Says("Whether it follows its load at all.")]
        public bool? Enable { get; init; }

        [Says("When instances are started.")]
        public Thresholds? UpScaling { get; init; }

        [Says("When instances are stopped.")]
        public Thresholds? DownScaling { get; init; }
    }
}
