using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records;

/// <summary>The pause of a stack.</summary>
internal sealed record StackPauseRecord : ApiRecord
{
    public string? Reason { get; init; }

    public string? By { get; init; }

    public JsonValue? Since { get; init; }

    public JsonValue? Until { get; init; }

    public JsonValue? HoldsEarlier { get; init; }
}
