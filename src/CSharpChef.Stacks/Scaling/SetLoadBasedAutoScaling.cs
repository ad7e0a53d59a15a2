using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Scaling;

[Description("Says how a layer follows its load. What is not given stays.")]
internal sealed class SetLoadBasedAutoScaling : Change<SetLoadBasedAutoScaling.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        var below = layer.LoadBasedScaling ?? LoadScaling.Off;
        var scaling = new LoadScaling(
            request.Enable ?? below.Enable,
            request.UpScaling?.MergeInto(below.UpScaling) ?? below.UpScaling,
            request.DownScaling?.MergeInto(below.DownScaling) ?? below.DownScaling);
        scaling.UpScaling.Check("UpScaling");
        scaling.DownScaling.Check("DownScaling");
        await call.Store.SaveAsync(layer, layer with { LoadBasedScaling = scaling });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The layer.")]
        public required string LayerId { get; init; }

        [Description("Whether it follows its load at all.")]
        public bool? Enable { get; init; }

        [Description("When instances are started.")]
        public Thresholds? UpScaling { get; init; }

        [Description("When instances are stopped.")]
        public Thresholds? DownScaling { get; init; }
    }
}
