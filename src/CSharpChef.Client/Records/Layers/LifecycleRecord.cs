namespace CSharpChef.Client.Records.Layers;

/// <summary>The settings for the shutdown of a layer's instances.</summary>
internal sealed record LifecycleRecord : ApiRecord
{
    public ShutdownRecord? Shutdown { get; init; }
}
