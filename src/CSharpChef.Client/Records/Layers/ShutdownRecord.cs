using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records.Layers;

/// <summary>The time limit of a shutdown, and whether it waits for connections.</summary>
internal sealed record ShutdownRecord : ApiRecord
{
    public JsonValue? ExecutionTimeout { get; init; }

    public JsonValue? DelayUntilElbConnectionsDrained { get; init; }
}
