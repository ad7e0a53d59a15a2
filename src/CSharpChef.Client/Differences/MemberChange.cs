using System.Text.Json.Nodes;

namespace CSharpChef.Client.Differences;

/// <summary>A member that differs. A secret is the filtered text on both sides.</summary>
/// <param name="Path">Such as <c>Environment.MODE</c>.</param>
internal sealed record MemberChange(string Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>The member of the API that holds it.</summary>
    public string Member => Path.Split('.')[0];
}
