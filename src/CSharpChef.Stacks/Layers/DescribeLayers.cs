using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Layers;

[Description("Lists the layers of a stack, or those of the ids.")]
internal sealed class DescribeLayers : Query<DescribeLayers.Request, DescribeLayers.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("StackId", request.StackId), ("LayerIds", request.LayerIds)) switch
    {
        "StackId" => new(await call.Store.ListAsync<Layer>((await call.GetAsync<Stack>(request.StackId)).Id)),
        _ => new(await call.GetAsync<Layer>(request.LayerIds!)),
    };

    internal sealed record Request
    {
        [Description("The stack. Give this or LayerIds.")]
        public string? StackId { get; init; }

        [Description("The layers. Give these or StackId.")]
        public IReadOnlyList<string>? LayerIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<Layer> Layers);
}
