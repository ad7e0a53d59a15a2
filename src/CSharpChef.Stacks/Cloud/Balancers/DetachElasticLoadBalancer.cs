using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Balancers;

[Says("Says that a balancer stands before a layer no more.")]
internal sealed class DetachElasticLoadBalancer : Operation<DetachElasticLoadBalancer.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        var balancer = await call.GetAsync<ElasticLoadBalancer>(request.ElasticLoadBalancerName);
        if (balancer.LayerId != layer.LayerId)
        {
            throw Refuse.Missing(ElasticLoadBalancer.Noun, request.ElasticLoadBalancerName);
        }

        await call.Store.RemoveAsync(balancer);
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The balancer.")]
        public required string ElasticLoadBalancerName { get; init; }

        [Says("The layer.")]
        public required string LayerId { get; init; }
    }
}
