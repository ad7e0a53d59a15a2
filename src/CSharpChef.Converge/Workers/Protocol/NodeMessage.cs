using System.Text.Json.Nodes;

namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>A node as recipes see it.</summary>
/// <param name="Name">Its name in the run.</param>
/// <param name="InventoryName">The name that the inventory has for it.</param>
/// <param name="Address">Its address.</param>
/// <param name="Groups">Its groups.</param>
/// <param name="Facts">Its facts; null when none are known.</param>
/// <param name="MissingFacts">The error of reading a fact while none are known.</param>
/// <param name="Attributes">Its attributes, merged.</param>
/// <param name="Origins">What set each value, by the path of the value.</param>
internal sealed record NodeMessage(
    string Name,
    string InventoryName,
    string Address,
    IReadOnlyList<string> Groups,
    IReadOnlyDictionary<string, string>? Facts,
    string MissingFacts,
    JsonObject Attributes,
    IReadOnlyDictionary<string, string> Origins)
{
    /// <summary>True for the node of the run itself among its nodes: what recipes read there counts as read.</summary>
    public required bool IsCurrent { get; init; }
}
