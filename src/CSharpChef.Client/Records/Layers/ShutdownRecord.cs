namespace CSharpChef.Client.Records.Layers;

/// <summary>How long a shutdown may take, and whether it waits for connections.</summary>
internal sealed record ShutdownRecord : ApiRecord
{
    public int? ExecutionTimeout { get; init; }

    public bool? DelayUntilElbConnectionsDrained { get; init; }
}
