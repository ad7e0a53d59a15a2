using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Clusters;

[Says("Takes a container cluster out of its stack. The cluster itself stays.")]
internal sealed class DeregisterEcsCluster : Operation<DeregisterEcsCluster.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        await call.Store.RemoveAsync(await call.GetAsync<EcsCluster>(request.EcsClusterArn));
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The cluster.")]
        public required string EcsClusterArn { get; init; }
    }
}
