using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records.Instances;

/// <summary>An instance, as the API describes it.</summary>
internal sealed record InstanceRecord : ApiRecord
{
    public required string InstanceId { get; init; }

    public required string StackId { get; init; }

    public required string Arn { get; init; }

    public required string Status { get; init; }

    public string? CreatedAt { get; init; }

    public string? AvailabilityZone { get; init; }

    public string? SubnetId { get; init; }

    public string? Tenancy { get; init; }

    public string? VirtualizationType { get; init; }

    public string? RootDeviceType { get; init; }

    public IReadOnlyList<BlockDeviceRecord>? BlockDeviceMappings { get; init; }

    public string? Platform { get; init; }

    public string? Ec2InstanceId { get; init; }

    public string? EcsClusterArn { get; init; }

    public string? EcsContainerInstanceArn { get; init; }

    public string? ElasticIp { get; init; }

    public string? InfrastructureClass { get; init; }

    public string? InstanceProfileArn { get; init; }

    public string? LastServiceErrorId { get; init; }

    public string? PrivateDns { get; init; }

    public string? PrivateIp { get; init; }

    public string? PublicDns { get; init; }

    public string? PublicIp { get; init; }

    public string? RegisteredBy { get; init; }

    public string? ReportedAgentVersion { get; init; }

    public ReportedOsRecord? ReportedOs { get; init; }

    public string? RootDeviceVolumeId { get; init; }

    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    public string? SshHostDsaKeyFingerprint { get; init; }

    public string? SshHostRsaKeyFingerprint { get; init; }

    public IReadOnlyList<string>? LayerIds { get; init; }

    public string? InstanceType { get; init; }

    public string? AutoScalingType { get; init; }

    public required string Hostname { get; init; }

    public string? Os { get; init; }

    public string? AmiId { get; init; }

    public string? SshKeyName { get; init; }

    public string? Architecture { get; init; }

    public JsonValue? InstallUpdatesOnBoot { get; init; }

    public JsonValue? EbsOptimized { get; init; }

    public string? AgentVersion { get; init; }
}
