using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Balancers;

[Description(
    "Records that a load balancer serves a layer. A layer has at most one load balancer, and a load balancer serves at most one layer.")]
internal sealed class AttachElasticLoadBalancer : Change<AttachElasticLoadBalancer.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var layer = await call.GetAsync<Layer>(request.LayerId);
        var stack = await call.GetAsync<Stack>(layer.StackId);
        Validate.Name("ElasticLoadBalancerName", request.ElasticLoadBalancerName);
        Validate.Alphabet("ElasticLoadBalancerName", request.ElasticLoadBalancerName, "-");
        await call.LockServerAsync();
        if (await call.Store.ListAsync<ElasticLoadBalancer>(layer.LayerId) is [var other, ..])
        {
            throw ApiError.Invalid(
                $"Layer {layer.LayerId} already has the load balancer {other.ElasticLoadBalancerName}: detach it first.");
        }

        if (await call.Store.FindAsync<ElasticLoadBalancer>(request.ElasticLoadBalancerName) is not null)
        {
            throw ApiError.Invalid(
                $"The load balancer {request.ElasticLoadBalancerName} is attached to another layer: detach it first.");
        }

        await call.Store.AddAsync(new ElasticLoadBalancer
        {
            ElasticLoadBalancerName = request.ElasticLoadBalancerName,
            LayerId = layer.LayerId,
            StackId = stack.StackId,
            Region = stack.Region,
            VpcId = stack.VpcId,
        });
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
