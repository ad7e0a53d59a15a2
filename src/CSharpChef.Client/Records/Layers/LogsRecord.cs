using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records.Layers;

/// <summary>Which logs are shipped.</summary>
internal sealed record LogsRecord : ApiRecord
{
    public JsonValue? Enabled { get; init; }

    public IReadOnlyList<LogStreamRecord>? LogStreams { get; init; }
}
