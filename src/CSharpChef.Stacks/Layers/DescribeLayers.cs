using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Layers;

[Description("Lists the layers of a stack, or the layers with the given ids.")]
internal sealed class DescribeLayers : Query<DescribeLayers.Request, DescribeLayers.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(await Selectors.ReadAsync<Layer>(
        call,
        Selectors.Under<Stack, Layer>("StackId", request.StackId),
        Selectors.ByIds<Layer>("LayerIds", request.LayerIds)));

    internal sealed record Request
    {
        [Description("The stack. Specify StackId or LayerIds.")]
        public string? StackId { get; init; }

        [Description("The layers. Specify LayerIds or StackId.")]
        public IReadOnlyList<string>? LayerIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<Layer> Layers);
}
