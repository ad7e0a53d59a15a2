using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records.Layers;

/// <summary>A log file that is shipped.</summary>
internal sealed record LogStreamRecord : ApiRecord
{
    public string? LogGroupName { get; init; }

    public string? DatetimeFormat { get; init; }

    public string? TimeZone { get; init; }

    public string? File { get; init; }

    public string? FileFingerprintLines { get; init; }

    public string? MultiLineStartPattern { get; init; }

    public string? InitialPosition { get; init; }

    public string? Encoding { get; init; }

    public JsonValue? BufferDuration { get; init; }

    public JsonValue? BatchCount { get; init; }

    public JsonValue? BatchSize { get; init; }
}
