using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records;

/// <summary>The permission of a user for a stack.</summary>
internal sealed record PermissionRecord : ApiRecord
{
    public required string StackId { get; init; }

    public required string IamUserArn { get; init; }

    public JsonValue? AllowSsh { get; init; }

    public JsonValue? AllowSudo { get; init; }

    public string? Level { get; init; }
}
