using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Scaling;

[Description("Sets the load-based scaling of a layer. Members that are absent keep their values.")]
internal sealed class SetLoadBasedAutoScaling : Change<SetLoadBasedAutoScaling.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        var current = layer.LoadBasedScaling ?? LoadScaling.Off;
        var scaling = new LoadScaling(
            request.Enable ?? current.Enable,
            WithAlarms(request.UpScaling?.MergeInto(current.UpScaling) ?? current.UpScaling),
            WithAlarms(request.DownScaling?.MergeInto(current.DownScaling) ?? current.DownScaling));
        scaling.UpScaling.Check("UpScaling");
        scaling.DownScaling.Check("DownScaling");
        await call.Store.SaveAsync(layer, layer with { LoadBasedScaling = scaling });
        return Empty.Value;
    }

    // A layer whose scaling was set has a list of alarms, which may be empty.
    private static Thresholds WithAlarms(Thresholds thresholds) => thresholds with { Alarms = thresholds.Alarms ?? [] };

    internal sealed record Request
    {
        [Description("The layer.")]
        public required string LayerId { get; init; }

        [Description("Whether load-based scaling is on.")]
        public bool? Enable { get; init; }

        [Description("Thresholds for starting instances.")]
        public Thresholds? UpScaling { get; init; }

        [Description("Thresholds for stopping instances.")]
        public Thresholds? DownScaling { get; init; }
    }
}
