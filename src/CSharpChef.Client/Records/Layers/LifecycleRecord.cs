namespace CSharpChef.Client.Records.Layers;

/// <summary>The settings for the shutdown of instances of a layer.</summary>
internal sealed record LifecycleRecord : ApiRecord
{
    public ShutdownRecord? Shutdown { get; init; }
}
