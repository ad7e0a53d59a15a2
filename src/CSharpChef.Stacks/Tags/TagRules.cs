using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Tags;

internal static class TagRules
{
    private const int Most = 40;
    private const int LongestKey = 127;
    private const int LongestValue = 255;
    private const string Key = "A key of Tags";
    private const string Symbols = " +-=._:/";
    private static readonly string[] Reserved = ["aws:", "opsworks:", "rds:"];

    /// <summary>Returns the current tags with the new ones added; equal keys are replaced.</summary>
    public static IReadOnlyDictionary<string, string> Add(
        IReadOnlyDictionary<string, string> changes, IReadOnlyDictionary<string, string> current)
    {
        foreach (var (key, value) in changes)
        {
            Check(key, value);
        }

        var merged = new SortedDictionary<string, string>(current.ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            merged[key] = value;
        }

        return merged.Count <= Most
            ? merged.ToDictionary()
            : throw ApiError.Invalid("Tags", $"would have {merged.Count} entries; the limit is {Most}");
    }

    private static void Check(string key, string value)
    {
        Validate.Name(Key, key);
        Validate.Text(Key, key, LongestKey);
        Validate.Text($"Tags.{key}", value, LongestValue);
        CheckCharacters(Key, key);
        CheckCharacters($"Tags.{key}", value);
        if (key is "Name" or "name" || Reserved.Any(word => key.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            throw ApiError.Invalid(
                "Tags", $"has the key '{key}'; a key must not be Name or start with {string.Join(", ", Reserved)}");
        }
    }

    private static void CheckCharacters(string member, string text)
    {
        if (text.Any(c => !char.IsLetterOrDigit(c) && !Symbols.Contains(c, StringComparison.Ordinal)))
        {
            throw ApiError.Invalid(
                member, "contains a character that is not allowed: use letters, digits, spaces and + - = . _ : /");
        }
    }
}
