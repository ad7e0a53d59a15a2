using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations;

/// <summary>What holds after an update: a member that was not given stays, an empty one is cleared.</summary>
internal static class Patch
{
    public static string? Merge(string? given, string? below) => given switch
    {
        null => below,
        "" => null,
        _ => given,
    };

    /// <summary>A word where clients see free text; an empty one is not given.</summary>
    public static T? ParseWord<T>(string member, string? text)
        where T : struct, Enum => string.IsNullOrEmpty(text)
            ? null
            : EnumNames.Parse<T>(text) ?? throw ApiError.NotOneOf(member, text, EnumNames.Of(typeof(T)));

    /// <summary>Keys that were not given stay, keys with an empty text go.</summary>
    public static IReadOnlyDictionary<string, string>? Merge(
        IReadOnlyDictionary<string, string>? given, IReadOnlyDictionary<string, string>? below)
    {
        if (given is null)
        {
            return below;
        }

        var merged = new SortedDictionary<string, string>(
            (below ?? new Dictionary<string, string>()).ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in given)
        {
            merged[key] = value;
        }

        return merged.Where(pair => pair.Value.Length > 0).ToDictionary();
    }
}
