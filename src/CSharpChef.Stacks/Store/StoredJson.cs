using System.Text.Json;

namespace CSharpChef.Stacks.Store;

/// <summary>Reads JSON that this program stored. Other text means a damaged store, not a bug.</summary>
internal static class StoredJson
{
    /// <exception cref="StoreFailureException">The text was damaged in the database.</exception>
    public static T Read<T>(string text, JsonSerializerOptions options, string noun)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options)!;
        }
        catch (JsonException e)
        {
            throw new StoreFailureException(
                StoreFailureKind.Unavailable,
                $"The store cannot be used: the record of one {noun} is damaged, and its operator must restore a backup. Nothing was changed.",
                e);
        }
    }
}
