using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Cloud.Addresses;

/// <summary>Keeps the links between an Elastic IP and its instance consistent.</summary>
internal static class ElasticIpAssignment
{
    public static async Task AssociateAsync(ElasticIp address, Instance instance, Call call)
    {
        await DisassociateAsync(address, call);
        foreach (var other in (await call.Store.ListAsync<ElasticIp>(instance.InstanceId)).Where(
            other => other.Ip != address.Ip))
        {
            await call.Store.SaveAsync(other, other with { InstanceId = null });
        }

        await SaveAsync(address, instance.InstanceId, call);
        var current = (await call.Store.FindAsync<Instance>(instance.InstanceId))!;
        await call.Store.SaveAsync(current, current with { ElasticIp = address.Ip });
    }

    public static async Task DisassociateAsync(ElasticIp address, Call call)
    {
        if (address.InstanceId is { } owner && await call.Store.FindAsync<Instance>(owner) is { } instance)
        {
            await call.Store.SaveAsync(instance, instance with { ElasticIp = null });
        }

        await SaveAsync(address, null, call);
    }

    private static async Task SaveAsync(ElasticIp address, string? instance, Call call)
    {
        var current = (await call.Store.FindAsync<ElasticIp>(address.Ip))!;
        if (current.InstanceId != instance)
        {
            await call.Store.SaveAsync(current, current with { InstanceId = instance });
        }
    }
}
