using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records;

/// <summary>Settings of Berkshelf.</summary>
internal sealed record ChefConfigurationRecord : ApiRecord
{
    public JsonValue? ManageBerkshelf { get; init; }

    public string? BerkshelfVersion { get; init; }
}
