using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records;

/// <summary>An environment variable; the value of a secure one is shown filtered.</summary>
internal sealed record VariableRecord : ApiRecord
{
    public required string Key { get; init; }

    public string? Value { get; init; }

    public JsonValue? Secure { get; init; }
}
