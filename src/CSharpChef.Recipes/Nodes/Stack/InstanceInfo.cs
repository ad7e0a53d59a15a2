namespace CSharpChef.Recipes;

/// <summary>An instance of a stack as a recipe on a server sees it. Values that are not known are null.</summary>
/// <param name="Hostname">The hostname, which is unique in the stack.</param>
public sealed record InstanceInfo(string Hostname)
{
    internal const string Online = "online";
    internal const string RunningSetup = "running_setup";

    /// <summary>The id of the instance.</summary>
    public string Id { get; init; } = "";

    /// <summary>The status, such as <c>online</c> or <c>running_setup</c>. Default: <c>online</c>.</summary>
    public string Status { get; init; } = Online;

    /// <summary>Whether the instance is online.</summary>
    public bool IsOnline => Status == Online;

    /// <summary>The short names of its layers, in its order.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>The address in the private network, which machines of the stack use.</summary>
    public string? PrivateIp { get; init; }

    /// <summary>The public address.</summary>
    public string? PublicIp { get; init; }

    /// <summary>The fixed public address of a cloud.</summary>
    public string? ElasticIp { get; init; }

    /// <summary>The name of the private address.</summary>
    public string? PrivateDns { get; init; }

    /// <summary>The name of the public address.</summary>
    public string? PublicDns { get; init; }

    /// <summary>The availability zone.</summary>
    public string? AvailabilityZone { get; init; }

    /// <summary>The subnet.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The operating system, as the instance was created with.</summary>
    public string? Os { get; init; }

    /// <summary>The size in the words of the provider.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The architecture, such as <c>x86_64</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary><c>load</c> or <c>timer</c>; null for an instance that users start and stop.</summary>
    public string? AutoScalingType { get; init; }

    /// <summary>The image.</summary>
    public string? AmiId { get; init; }

    /// <summary>The id of the machine at its provider.</summary>
    public string? MachineId { get; init; }

    /// <summary><c>ec2</c> for a machine of a provider, <c>on-premises</c> for a registered one.</summary>
    public string? InfrastructureClass { get; init; }

    /// <summary>Whether its disks have a network path of their own.</summary>
    public bool EbsOptimized { get; init; }

    /// <summary><c>ebs</c> or <c>instance-store</c>.</summary>
    public string? RootDeviceType { get; init; }

    /// <summary>The id of the root volume.</summary>
    public string? RootDeviceVolumeId { get; init; }

    /// <summary>The virtualization type.</summary>
    public string? VirtualizationType { get; init; }

    /// <summary>The fingerprint of its RSA host key.</summary>
    public string? SshHostRsaKeyFingerprint { get; init; }

    /// <summary>The fingerprint of its DSA host key.</summary>
    public string? SshHostDsaKeyFingerprint { get; init; }

    /// <summary>When the instance was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// What recipes on this instance have published since it came online; see <c>Publish</c>. A command sees what was
    /// published before it began.
    /// </summary>
    /// <example><code>var port = Node.Layer("db").Instances[0].Published["port"];</code></example>
    public IReadOnlyDictionary<string, string> Published { get; init; } = new Dictionary<string, string>();
}
