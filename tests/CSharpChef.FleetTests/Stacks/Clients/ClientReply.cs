using System.Text.Json.Nodes;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>How a client's call ended: with an answer, or with an error as the client saw it.</summary>
internal sealed record ClientReply(JsonNode? Answer, string? Code = null, string? Message = null);
