using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Balancers;

[Description("Lists the balancers of a stack, or of layers.")]
internal sealed class DescribeElasticLoadBalancers
    : Query<DescribeElasticLoadBalancers.Request, DescribeElasticLoadBalancers.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("StackId", request.StackId), ("LayerIds", request.LayerIds)) switch
    {
        "StackId" =>
            new(await call.Store.ListAsync<ElasticLoadBalancer>((await call.GetAsync<Stack>(request.StackId)).Id)),
        _ => new(await OfLayersAsync(request.LayerIds!, call)),
    };

    private static async Task<IReadOnlyList<ElasticLoadBalancer>> OfLayersAsync(IReadOnlyList<string> ids, Call call)
    {
        var balancers = new List<ElasticLoadBalancer>();
        foreach (var layer in await call.GetAsync<Layer>(ids))
        {
            balancers.AddRange(await call.Store.ListAsync<ElasticLoadBalancer>(layer.LayerId));
        }

        return balancers;
    }

    internal sealed record Request
    {
        [Description("The stack. Give this or LayerIds.")]
        public string? StackId { get; init; }

        [Description("The layers. Give these or StackId.")]
        public IReadOnlyList<string>? LayerIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<ElasticLoadBalancer> ElasticLoadBalancers);
}
