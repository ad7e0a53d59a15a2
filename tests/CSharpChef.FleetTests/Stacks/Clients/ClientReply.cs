using System.Text.Json.Nodes;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>The outcome of a client's call: an answer, or an error as the client shows it.</summary>
internal sealed record ClientReply(JsonNode? Answer, string? Code = null, string? Message = null);
