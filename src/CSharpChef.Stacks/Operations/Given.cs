using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations;

/// <summary>What holds after an update: a member that was not given stays, an empty one is cleared.</summary>
internal static class Given
{
    public static string? Over(string? given, string? below) => given switch
    {
        null => below,
        "" => null,
        _ => given,
    };

    /// <summary>A word where clients see free text; an empty one is not given.</summary>
    public static T? Word<T>(string member, string? text)
        where T : struct, Enum => string.IsNullOrEmpty(text)
            ? null
            : Words.Parse<T>(text) ?? throw Refuse.NoneOf(member, text, Words.Of(typeof(T)));

    /// <summary>Keys that were not given stay, keys with an empty text go.</summary>
    public static IReadOnlyDictionary<string, string>? Over(
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
