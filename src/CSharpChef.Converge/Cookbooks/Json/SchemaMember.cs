using System.Text.Json;

namespace CSharpChef.Converge.Cookbooks.Json;

/// <summary>The member with which a JSON file names its schema, for editors.</summary>
internal static class SchemaMember
{
    public const string Name = "$schema";

    /// <summary>Refuses a value that is not a text.</summary>
    public static void Check(JsonElement value, JsonSource source)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw source.ErrorAt(
                Name, $"\"{Name}\" must be the path or URL of a JSON schema, and is {value.GetRawText()}");
        }
    }
}
