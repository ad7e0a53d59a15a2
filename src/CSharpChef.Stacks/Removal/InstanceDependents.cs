using CSharpChef.Stacks.Cloud.Addresses;
using CSharpChef.Stacks.Cloud.Volumes;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Records;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Instances.ServiceErrors;
using CSharpChef.Stacks.Stacks.Keys;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Removal;

/// <summary>Removes or releases the documents of an instance that is deleted.</summary>
internal static class InstanceDependents
{
    public static async Task RemoveAsync(Instance instance, bool addresses, bool volumes, StoreSession store)
    {
        foreach (var address in await store.ListAsync<ElasticIp>(instance.InstanceId))
        {
            await (addresses
                ? store.RemoveAsync(address)
                : store.SaveAsync(address, address with { InstanceId = null }));
        }

        foreach (var volume in await store.ListAsync<Volume>(instance.InstanceId))
        {
            await (volumes
                ? store.RemoveAsync(volume)
                : store.SaveAsync(volume, volume with { InstanceId = null, Status = "available" }));
        }

        foreach (var array in await store.ListAsync<RaidArray>(instance.InstanceId))
        {
            await store.SaveAsync(array, array with { InstanceId = null });
        }

        await PublishedValues.RemoveAsync(store, instance.InstanceId);
        await StackKeys.ForgetMachineAsync(store, instance.StackId, instance.InstanceId);
        await store.RemoveAllAsync<ServiceError>(instance.InstanceId);
        await store.RemoveRecordsUnderAsync(instance.InstanceId);
        await store.RemoveAllAsync<Command>(instance.InstanceId);
    }
}
