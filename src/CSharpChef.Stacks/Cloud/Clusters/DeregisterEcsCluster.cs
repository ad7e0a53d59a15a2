using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Clusters;

[Description("Deregisters an ECS cluster from its stack. The cluster itself is not changed.")]
internal sealed class DeregisterEcsCluster : Change<DeregisterEcsCluster.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        await call.Store.RemoveAsync(await call.GetAsync<EcsCluster>(request.EcsClusterArn));
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The cluster's ARN.")]
        public required string EcsClusterArn { get; init; }
    }
}
