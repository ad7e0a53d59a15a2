using System.Globalization;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The items of the data bag <c>aws_opsworks_instance</c>.</summary>
internal static class OpsWorksInstances
{
    /// <summary>
    /// The item of an instance. It has no private host keys, and <c>published</c> and <c>role</c> besides.
    /// </summary>
    public static BagItem Of(StackData data, InstanceInfo instance) => new(instance.Hostname, new JsonObject
    {
        ["instance_id"] = instance.Id,
        ["hostname"] = instance.Hostname,
        ["status"] = instance.Status,
        ["self"] = instance.Hostname == data.Self,
        ["layer_ids"] = BagItem.List(instance.Layers.Select(name => data.Find(name)?.Id).OfType<string>()),
        ["role"] = BagItem.List(instance.Layers),
        ["os"] = instance.Os,
        ["instance_type"] = instance.InstanceType,
        ["architecture"] = instance.Architecture,
        ["auto_scaling_type"] = instance.AutoScalingType,
        ["availability_zone"] = instance.AvailabilityZone,
        ["subnet_id"] = instance.SubnetId,
        ["ami_id"] = instance.AmiId,
        ["created_at"] = instance.CreatedAt.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture),
        ["ec2_instance_id"] = instance.MachineId,
        ["elastic_ip"] = instance.ElasticIp,
        ["private_ip"] = instance.PrivateIp,
        ["private_dns"] = instance.PrivateDns,
        ["public_ip"] = instance.PublicIp,
        ["public_dns"] = instance.PublicDns,
        ["ebs_optimized"] = instance.EbsOptimized,
        ["root_device_type"] = instance.RootDeviceType,
        ["root_device_volume_id"] = instance.RootDeviceVolumeId,
        ["virtualization_type"] = instance.VirtualizationType,
        ["infrastructure_class"] = instance.InfrastructureClass,
        ["ssh_host_rsa_key_fingerprint"] = instance.SshHostRsaKeyFingerprint,
        ["ssh_host_dsa_key_fingerprint"] = instance.SshHostDsaKeyFingerprint,
        ["published"] = BagItem.Map(instance.Published),
    });
}
