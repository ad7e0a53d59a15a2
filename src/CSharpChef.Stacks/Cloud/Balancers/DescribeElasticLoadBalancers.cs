using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Balancers;

[Description("Lists the load balancers of a stack, or of layers.")]
internal sealed class DescribeElasticLoadBalancers
    : Query<DescribeElasticLoadBalancers.Request, DescribeElasticLoadBalancers.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(await Selectors.ReadAsync<ElasticLoadBalancer>(
        call,
        Selectors.Under<Stack, ElasticLoadBalancer>("StackId", request.StackId),
        new("LayerIds", request.LayerIds is { Count: > 0 }, _ => ListByLayersAsync(request.LayerIds!, call))));

    private static async Task<IReadOnlyList<string>> ListByLayersAsync(IReadOnlyList<string> layers, Call call)
    {
        var balancers = new List<string>();
        foreach (var layer in await call.CheckAsync<Layer>(layers))
        {
            balancers.AddRange(await call.Store.IdsAsync<ElasticLoadBalancer>(layer));
        }

        return balancers;
    }

    internal sealed record Request
    {
        [Description("The stack. Specify StackId or LayerIds.")]
        public string? StackId { get; init; }

        [Description("The layers. Specify LayerIds or StackId.")]
        public IReadOnlyList<string>? LayerIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<ElasticLoadBalancer> ElasticLoadBalancers);
}
