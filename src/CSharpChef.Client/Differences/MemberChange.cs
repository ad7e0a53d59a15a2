using System.Text.Json.Nodes;

namespace CSharpChef.Client.Differences;

/// <summary>One member that differs. What is secret is the filtered text on both sides.</summary>
/// <param name="Path">Like <c>Environment.MODE</c>.</param>
internal sealed record MemberChange(string Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>The member of the API that holds it.</summary>
    public string Member => Path.Split('.')[0];
}
