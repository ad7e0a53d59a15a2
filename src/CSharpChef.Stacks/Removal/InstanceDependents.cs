using CSharpChef.Stacks.Cloud.Addresses;
using CSharpChef.Stacks.Cloud.Volumes;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.ServiceErrors;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Removal;

/// <summary>Removes or releases the documents of an instance that is deleted.</summary>
internal static class InstanceDependents
{
    public static async Task RemoveAsync(Instance instance, bool addresses, bool volumes, Call call)
    {
        foreach (var address in await call.Store.ListAsync<ElasticIp>(instance.InstanceId))
        {
            await (addresses
                ? call.Store.RemoveAsync(address)
                : call.Store.SaveAsync(address, address with { InstanceId = null }));
        }

        foreach (var volume in await call.Store.ListAsync<Volume>(instance.InstanceId))
        {
            await (volumes
                ? call.Store.RemoveAsync(volume)
                : call.Store.SaveAsync(volume, volume with { InstanceId = null, Status = "available" }));
        }

        foreach (var array in await call.Store.ListAsync<RaidArray>(instance.InstanceId))
        {
            await call.Store.SaveAsync(array, array with { InstanceId = null });
        }

        await call.Store.RemoveAllAsync<ServiceError>(instance.InstanceId);
        await call.Store.RemoveAllAsync<Command>(instance.InstanceId);
    }
}
