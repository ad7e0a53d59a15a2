using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Cloud.Volumes;

/// <summary>A disk registered with a stack. It is created and attached elsewhere; its data is stored here.</summary>
internal sealed record Volume : IDocument
{
    public static string Kind => "volume";

    public static string Noun => "volume";

    [JsonIgnore]
    public int Version { get; set; }

    public required string VolumeId { get; init; }

    public string? Ec2VolumeId { get; init; }

    public string? Name { get; init; }

    public string? RaidArrayId { get; init; }

    public string? InstanceId { get; init; }

    public string? Status { get; init; }

    public int? Size { get; init; }

    public string? Device { get; init; }

    public string? MountPoint { get; init; }

    public string? Region { get; init; }

    public string? AvailabilityZone { get; init; }

    public string? VolumeType { get; init; }

    public int? Iops { get; init; }

    public bool? Encrypted { get; init; }

    [Hidden]
    public required string StackId { get; init; }

    public string Id => VolumeId;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => InstanceId is null ? [StackId] : [StackId, InstanceId];

    public IEnumerable<UniqueName> Names =>
        Ec2VolumeId is null ? [] : [new("ec2-volume", Ec2VolumeId, $"The volume {Ec2VolumeId} is already registered.")];
}
