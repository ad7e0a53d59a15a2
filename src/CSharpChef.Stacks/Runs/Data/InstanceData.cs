using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Runs.Data;

/// <summary>What recipes see of an instance. Pure.</summary>
internal static class InstanceData
{
    /// <param name="instance">The instance.</param>
    /// <param name="layers">The short names of the layers of its stack by their ids.</param>
    /// <param name="published">What the instances have published, by their ids.</param>
    public static InstanceInfo Of(
        Instance instance, IReadOnlyDictionary<string, string> layers,
        IReadOnlyDictionary<string, PublishedValues> published) =>
        WithMachine(WithAddresses(new(instance.Hostname!), instance), instance) with
        {
            Id = instance.InstanceId,
            Status = EnumNames.Of(instance.Status),
            Layers = [.. (instance.LayerIds ?? []).Where(layers.ContainsKey).Select(id => layers[id])],
            Published = published.GetValueOrDefault(instance.InstanceId)?.Values ?? new Dictionary<string, string>(),
            CreatedAt = instance.CreatedAt,
            AutoScalingType = instance.AutoScalingType is { } scaling ? EnumNames.Of(scaling) : null,
            SshHostRsaKeyFingerprint = instance.SshHostRsaKeyFingerprint,
            SshHostDsaKeyFingerprint = instance.SshHostDsaKeyFingerprint,
        };

    private static InstanceInfo WithAddresses(InstanceInfo info, Instance instance) => info with
    {
        PrivateIp = instance.PrivateIp,
        PublicIp = instance.PublicIp,
        ElasticIp = instance.ElasticIp,
        PrivateDns = instance.PrivateDns,
        PublicDns = instance.PublicDns,
        AvailabilityZone = instance.AvailabilityZone,
        SubnetId = instance.SubnetId,
    };

    private static InstanceInfo WithMachine(InstanceInfo info, Instance instance) => info with
    {
        Os = instance.Os,
        InstanceType = instance.InstanceType,
        Architecture = instance.Architecture is { } architecture ? EnumNames.Of(architecture) : null,
        AmiId = instance.AmiId,
        MachineId = instance.Ec2InstanceId,
        InfrastructureClass = instance.InfrastructureClass,
        EbsOptimized = instance.EbsOptimized == true,
        RootDeviceType = instance.RootDeviceType is { } root ? EnumNames.Of(root) : null,
        RootDeviceVolumeId = instance.RootDeviceVolumeId,
        VirtualizationType = instance.VirtualizationType is { } type ? EnumNames.Of(type) : null,
    };
}
