using System.Text.Json.Serialization;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Cloud.Volumes;

/// <summary>A RAID array of disks. None is created here: it exists for clients that list RAID arrays.</summary>
internal sealed record RaidArray : IDocument
{
    public static string Kind => "raid-array";

    public static string Noun => "RAID array";

    [JsonIgnore]
    public int Version { get; set; }

    public required string RaidArrayId { get; init; }

    public string? InstanceId { get; init; }

    public string? Name { get; init; }

    public int? RaidLevel { get; init; }

    public int? NumberOfDisks { get; init; }

    public int? Size { get; init; }

    public string? Device { get; init; }

    public string? MountPoint { get; init; }

    public string? AvailabilityZone { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public required string StackId { get; init; }

    public string? VolumeType { get; init; }

    public int? Iops { get; init; }

    public string Id => RaidArrayId;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => InstanceId is null ? [StackId] : [StackId, InstanceId];
}
