using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records.Layers;

/// <summary>The settings for scaling a layer by load.</summary>
internal sealed record LoadScalingRecord : ApiRecord
{
    public string? LayerId { get; init; }

    public JsonValue? Enable { get; init; }

    public ThresholdsRecord? UpScaling { get; init; }

    public ThresholdsRecord? DownScaling { get; init; }
}
