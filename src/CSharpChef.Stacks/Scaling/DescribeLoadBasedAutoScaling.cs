using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Scaling;

[Description("Describes the load-based scaling of layers.")]
internal sealed class DescribeLoadBasedAutoScaling
    : Query<DescribeLoadBasedAutoScaling.Request, DescribeLoadBasedAutoScaling.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(call.Read<Layer>(await call.CheckAsync<Layer>(request.LayerIds)).Select(
            layer => LoadOfLayer.Of(layer.LayerId, layer.LoadBasedScaling ?? LoadScaling.Off)));

    internal sealed record Request
    {
        [Description("The layers.")]
        public required IReadOnlyList<string> LayerIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<LoadOfLayer> LoadBasedAutoScalingConfigurations);

    internal sealed record LoadOfLayer(string LayerId, bool Enable, Thresholds UpScaling, Thresholds DownScaling)
    {
        public static LoadOfLayer Of(string layer, LoadScaling scaling) =>
            new(layer, scaling.Enable, scaling.UpScaling, scaling.DownScaling);
    }
}
