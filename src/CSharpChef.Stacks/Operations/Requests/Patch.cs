using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>
/// Merges a request into stored values: an absent member keeps the stored value, an empty one clears it.
/// </summary>
internal static class Patch
{
    public static string? Merge(string? sent, string? stored) => sent switch
    {
        null => stored,
        "" => null,
        _ => sent,
    };

    /// <summary>Reads the name of an enum member that clients see as free text; null when the text is empty.</summary>
    public static T? ParseName<T>(string member, string? text)
        where T : struct, Enum => string.IsNullOrEmpty(text)
            ? null
            : EnumNames.Parse<T>(text) ?? throw ApiError.NotOneOf(member, text, EnumNames.Of(typeof(T)));

    /// <summary>Merges by keys: absent keys keep their stored values, keys with an empty text are removed.</summary>
    public static IReadOnlyDictionary<string, string>? Merge(
        IReadOnlyDictionary<string, string>? sent, IReadOnlyDictionary<string, string>? stored)
    {
        if (sent is null)
        {
            return stored;
        }

        var merged = new SortedDictionary<string, string>(
            (stored ?? new Dictionary<string, string>()).ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in sent)
        {
            merged[key] = value;
        }

        return merged.Where(pair => pair.Value.Length > 0).ToDictionary();
    }
}
