using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Balancers;

[Description("Records that a load balancer no longer serves a layer.")]
internal sealed class DetachElasticLoadBalancer : Change<DetachElasticLoadBalancer.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        var balancer = await call.GetAsync<ElasticLoadBalancer>(request.ElasticLoadBalancerName);
        if (balancer.LayerId != layer.LayerId)
        {
            throw ApiError.Missing(ElasticLoadBalancer.Noun, request.ElasticLoadBalancerName);
        }

        await call.Store.RemoveAsync(balancer);
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The load balancer's name.")]
        public required string ElasticLoadBalancerName { get; init; }

        [Description("The layer.")]
        public required string LayerId { get; init; }
    }
}
