using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Resources.Addresses;
using CSharpChef.Stacks.Resources.Balancers;
using CSharpChef.Stacks.Resources.Clusters;
using CSharpChef.Stacks.Resources.Databases;
using CSharpChef.Stacks.Resources.Volumes;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Stacks;

/// <summary>What goes with a stack that is removed.</summary>
internal static class StackContents
{
    public static async Task RemoveAsync(string stack, StoreSession store)
    {
        await store.RemoveAllAsync<Permission>(stack);
        await store.RemoveAllAsync<Deployment>(stack);
        await store.RemoveAllAsync<Command>(stack);
        await store.RemoveAllAsync<ServiceError>(stack);
        await store.RemoveAllAsync<Volume>(stack);
        await store.RemoveAllAsync<RaidArray>(stack);
        await store.RemoveAllAsync<ElasticIp>(stack);
        await store.RemoveAllAsync<ElasticLoadBalancer>(stack);
        await store.RemoveAllAsync<RdsDbInstance>(stack);
        await store.RemoveAllAsync<EcsCluster>(stack);
    }
}
