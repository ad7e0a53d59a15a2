using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Clusters;

[Description("Takes a container cluster out of its stack. The cluster itself stays.")]
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
        [Description("The cluster.")]
        public required string EcsClusterArn { get; init; }
    }
}
