namespace CSharpChef.Stacks;

/// <summary>What goes with a stack that is removed.</summary>
internal static class StackContents
{
    public static async Task RemoveAsync(string stack, StoreSession store)
    {
        await RemoveAsync<Permission>(stack, store);
        await RemoveAsync<Deployment>(stack, store);
        await RemoveAsync<Command>(stack, store);
        await RemoveAsync<ServiceError>(stack, store);
        await RemoveAsync<Volume>(stack, store);
        await RemoveAsync<RaidArray>(stack, store);
        await RemoveAsync<ElasticIp>(stack, store);
        await RemoveAsync<ElasticLoadBalancer>(stack, store);
        await RemoveAsync<RdsDbInstance>(stack, store);
        await RemoveAsync<EcsCluster>(stack, store);
    }

    private static async Task RemoveAsync<T>(string stack, StoreSession store)
        where T : class, IDocument
    {
        foreach (var document in await store.ListAsync<T>(stack))
        {
            await store.RemoveAsync(document);
        }
    }
}
