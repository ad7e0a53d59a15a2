using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Tags;

internal static class TagRules
{
    private const int Most = 40;
    private const int LongestKey = 127;
    private const int LongestValue = 255;
    private const string Others = " +-=._:/";
    private static readonly string[] Reserved = ["aws:", "opsworks:", "rds:"];

    /// <summary>The tags below with those given over them.</summary>
    public static IReadOnlyDictionary<string, string> Add(
        IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> below)
    {
        foreach (var (key, value) in given)
        {
            Check(key, value);
        }

        var merged = new SortedDictionary<string, string>(below.ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in given)
        {
            merged[key] = value;
        }

        return merged.Count <= Most
            ? merged.ToDictionary()
            : throw ApiError.Invalid("Tags", $"would be {merged.Count}; {Most} are allowed");
    }

    private static void Check(string key, string value)
    {
        Validate.Name("Tags", key);
        Validate.Text("Tags", key, LongestKey);
        Validate.Text($"Tags.{key}", value, LongestValue);
        Characters("Tags", key);
        Characters($"Tags.{key}", value);
        if (key is "Name" or "name" || Reserved.Any(word => key.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            throw ApiError.Invalid(
                "Tags", $"has the key '{key}'; keys must not be Name or begin with {string.Join(", ", Reserved)}");
        }
    }

    private static void Characters(string member, string text)
    {
        if (text.Any(c => !char.IsLetterOrDigit(c) && !Others.Contains(c, StringComparison.Ordinal)))
        {
            throw ApiError.Invalid(
                member, $"contains a character that is none of letters, digits, spaces and + - = . _ : /");
        }
    }
}
