using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records.Instances;

/// <summary>The volume behind a disk.</summary>
internal sealed record EbsRecord : ApiRecord
{
    public string? SnapshotId { get; init; }

    public JsonValue? Iops { get; init; }

    public JsonValue? VolumeSize { get; init; }

    public string? VolumeType { get; init; }

    public JsonValue? DeleteOnTermination { get; init; }
}
