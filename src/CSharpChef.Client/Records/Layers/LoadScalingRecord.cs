namespace CSharpChef.Client.Records.Layers;

/// <summary>How a layer is scaled by load.</summary>
internal sealed record LoadScalingRecord : ApiRecord
{
    public string? LayerId { get; init; }

    public bool? Enable { get; init; }

    public ThresholdsRecord? UpScaling { get; init; }

    public ThresholdsRecord? DownScaling { get; init; }
}
