namespace CSharpChef.Client.Records.Layers;

/// <summary>The time limit of a shutdown, and whether the shutdown waits for connections.</summary>
internal sealed record ShutdownRecord : ApiRecord
{
    public int? ExecutionTimeout { get; init; }

    public bool? DelayUntilElbConnectionsDrained { get; init; }
}
