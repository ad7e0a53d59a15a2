using System.Text.Json.Nodes;

namespace CSharpChef.Client.Calls;

/// <summary>Calls an operation of a server.</summary>
internal delegate Task<JsonObject> ServerCall(string operation, JsonObject request, CancellationToken ct);
