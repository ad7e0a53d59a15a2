using System.Text.Json.Nodes;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>The result of a call by a client: the answer, or the code and message of the error.</summary>
internal sealed record ClientReply(JsonNode? Answer, string? Code = null, string? Message = null);
