namespace CSharpChef.Client.Records.Layers;

/// <summary>How instances of a layer are shut down.</summary>
internal sealed record LifecycleRecord : ApiRecord
{
    public ShutdownRecord? Shutdown { get; init; }
}
