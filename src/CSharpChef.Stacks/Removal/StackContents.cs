using CSharpChef.Stacks.Cloud.Addresses;
using CSharpChef.Stacks.Cloud.Balancers;
using CSharpChef.Stacks.Cloud.Clusters;
using CSharpChef.Stacks.Cloud.Databases;
using CSharpChef.Stacks.Cloud.Volumes;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances.ServiceErrors;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Removal;

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
