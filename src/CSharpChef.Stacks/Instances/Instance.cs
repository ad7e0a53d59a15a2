using System.Text.Json.Serialization;
using CSharpChef.Stacks.Instances.Hardware;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Instances.Registered;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Instances;

/// <summary>A managed machine. The instance exists before its machine and outlives it.</summary>
internal sealed record Instance : InstanceSettings, IDocument
{
    public const string OnPremises = "on-premises";

    private const string Cloud = "ec2";

    public static readonly InstanceSettings Defaults = new()
    {
        Architecture = Hardware.Architecture.X64,
        InstallUpdatesOnBoot = true,
        EbsOptimized = false,
        AgentVersion = "INHERIT",
    };

    public static string Kind => IDocument.InstanceKind;

    public static string Noun => "instance";

    [JsonIgnore]
    public int Version { get; set; }

    public required string InstanceId { get; init; }

    public required string StackId { get; init; }

    public required string Arn { get; init; }

    public required InstanceStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? AvailabilityZone { get; init; }

    public string? SubnetId { get; init; }

    public string? Tenancy { get; init; }

    public VirtualizationType? VirtualizationType { get; init; }

    public RootDeviceType? RootDeviceType { get; init; }

    public IReadOnlyList<BlockDeviceMapping>? BlockDeviceMappings { get; init; }

    public string? Platform { get; init; }

    /// <summary>The machine's id at its provider. Null while there is no machine.</summary>
    public string? Ec2InstanceId { get; init; }

    public string? EcsClusterArn { get; init; }

    public string? EcsContainerInstanceArn { get; init; }

    public string? ElasticIp { get; init; }

    public string? InfrastructureClass { get; init; } = Cloud;

    public string? InstanceProfileArn { get; init; }

    public string? LastServiceErrorId { get; init; }

    public string? PrivateDns { get; init; }

    public string? PrivateIp { get; init; }

    public string? PublicDns { get; init; }

    public string? PublicIp { get; init; }

    public string? RegisteredBy { get; init; }

    public string? ReportedAgentVersion { get; init; }

    public ReportedOs ReportedOs { get; init; } = new();

    public string? RootDeviceVolumeId { get; init; }

    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    public string? SshHostDsaKeyFingerprint { get; init; }

    public string? SshHostRsaKeyFingerprint { get; init; }

    [Hidden(IsLogged = true)]
    public WeeklySchedule? TimeBasedScaling { get; init; }

    /// <summary>The identity that a registered machine presented.</summary>
    [Hidden]
    public Registration? Registration { get; init; }

    /// <summary>What is wanted and known of the machine; null for an instance that was never started.</summary>
    [Hidden]
    public InstanceMachine? Machine { get; init; }

    /// <summary>What is wanted and known of the machine.</summary>
    [JsonIgnore]
    public InstanceMachine Life => Machine ?? new();

    /// <summary>The machine's id at its provider: that of the instance for a registered machine.</summary>
    [JsonIgnore]
    public string? MachineId => Ec2InstanceId ?? (IsRegistered ? InstanceId : null);

    /// <summary>The hostname and the id, for messages.</summary>
    [JsonIgnore]
    public string Label => $"{Hostname} ({InstanceId})";

    /// <summary>True for a registered instance that belongs to no layer, and so stands by.</summary>
    [JsonIgnore]
    public bool StandsBy => IsRegistered && LayerIds is null or { Count: 0 };

    public string Id => InstanceId;

    public string? OwnerStack => StackId;

    // Under its state too, so that the instances in each state are counted without reading them.
    public IEnumerable<string> ListedUnder => [StackId, StateOwner(StackId, Status), .. LayerIds ?? []];

    public IEnumerable<UniqueName> Names =>
        [new(
            HostnameScope(StackId),
            Hostname!.ToLowerInvariant(),
            $"There is already an instance with the Hostname '{Hostname}' in the stack {StackId}.")];

    /// <summary>The scope of the hostnames of a stack.</summary>
    public static string HostnameScope(string stack) => $"hostname/{stack}";

    /// <summary>The id under which the instances of a stack in one state are listed.</summary>
    public static string StateOwner(string stack, InstanceStatus status) => $"{stack}/{EnumNames.Of(status)}";

    /// <summary>True for an existing machine that was registered, and so cannot be started here.</summary>
    public bool IsRegistered => InfrastructureClass == OnPremises;
}
