namespace CSharpChef.Client.Records.Layers;

/// <summary>A volume of each instance of a layer.</summary>
internal sealed record VolumeRecord : ApiRecord
{
    public string? MountPoint { get; init; }

    public int? RaidLevel { get; init; }

    public int? NumberOfDisks { get; init; }

    public int? Size { get; init; }

    public string? VolumeType { get; init; }

    public int? Iops { get; init; }

    public bool? Encrypted { get; init; }
}
