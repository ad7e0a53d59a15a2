using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records.Layers;

/// <summary>A volume of each instance of a layer.</summary>
internal sealed record VolumeRecord : ApiRecord
{
    public string? MountPoint { get; init; }

    public JsonValue? RaidLevel { get; init; }

    public JsonValue? NumberOfDisks { get; init; }

    public JsonValue? Size { get; init; }

    public string? VolumeType { get; init; }

    public JsonValue? Iops { get; init; }

    public JsonValue? Encrypted { get; init; }
}
