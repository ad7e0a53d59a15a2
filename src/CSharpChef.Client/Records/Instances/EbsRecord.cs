namespace CSharpChef.Client.Records.Instances;

/// <summary>The volume behind a disk.</summary>
internal sealed record EbsRecord : ApiRecord
{
    public string? SnapshotId { get; init; }

    public int? Iops { get; init; }

    public int? VolumeSize { get; init; }

    public string? VolumeType { get; init; }

    public bool? DeleteOnTermination { get; init; }
}
