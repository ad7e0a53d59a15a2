using System.Text.Json;

namespace CSharpChef.Editor.Protocol;

internal sealed record InitializeParams(JsonElement? Capabilities = null)
{
    /// <summary>Whether the client watches files that the server names.</summary>
    public bool CanWatchFiles => Capabilities is { ValueKind: JsonValueKind.Object } all
        && all.TryGetProperty("workspace", out var workspace)
        && workspace.TryGetProperty("didChangeWatchedFiles", out var watched)
        && watched.TryGetProperty("dynamicRegistration", out var can) && can.ValueKind == JsonValueKind.True;
}
