using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks.Json;

namespace CSharpChef.Converge.DataBags.Chef;

/// <summary>A data bag item as Chef keeps it: plain, or with each of its values encrypted by itself.</summary>
internal static class ChefItem
{
    private const string Id = "id";

    // Chef's own programs add these members around the values, or beside them.
    private const string Wrapper = "raw_data";
    private static readonly string[] Added = ["chef_type", "data_bag", "json_class"];

    /// <summary>The item that a document is, or that it wraps.</summary>
    public static JsonObject Of(JsonObject document) => document[Wrapper] as JsonObject ?? document;

    /// <summary>Whether a value of the item is encrypted.</summary>
    public static bool IsEncrypted(JsonObject item) => item.Any(pair => ChefValue.IsEncrypted(pair.Value));

    /// <summary>The values of an item, decrypted.</summary>
    /// <param name="document">The document of the file.</param>
    /// <param name="source">Its text, for the places in errors.</param>
    /// <param name="secret">The shared secret; null when there is none.</param>
    /// <exception cref="ChefException">A value cannot be decrypted, or there is no id.</exception>
    public static JsonObject Read(JsonObject document, JsonSource source, string? secret)
    {
        var values = new JsonObject();
        foreach (var (key, value) in Of(document).Where(pair => !Added.Contains(pair.Key)))
        {
            values[key] = ChefValue.IsEncrypted(value)
                ? Decrypt(key, value!.AsObject(), source, secret)
                : value?.DeepClone();
        }

        return values[Id] is JsonValue ? values : throw source.ErrorAt("", "the item has no \"id\"");
    }

    private static JsonNode? Decrypt(string key, JsonObject value, JsonSource source, string? secret)
    {
        if (secret is null)
        {
            throw source.ErrorAt(key, $"\"{key}\" is encrypted: name the file of the shared secret with --secret-file");
        }

        try
        {
            return ChefValue.Decrypt(value, secret);
        }
        catch (FormatException e)
        {
            throw source.ErrorAt(key, $"\"{key}\" cannot be decrypted: {e.Message}");
        }
    }
}
