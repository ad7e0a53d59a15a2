using System.Text.Json;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>Rules for members of requests that several operations share.</summary>
internal static class Validate
{
    private const int LongestName = 255;
    private const int DeepestJson = 32;

    public static void Name(string member, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw ApiError.Invalid(member, "must not be empty");
        }

        Text(member, name, LongestName);
    }

    public static void Text(string member, string? text, int longest)
    {
        if (text?.Length > longest)
        {
            throw ApiError.Invalid(member, $"has {text.Length} characters; {longest} are allowed");
        }
    }

    /// <summary>Allows ASCII letters, digits and the given other characters.</summary>
    public static void Alphabet(string member, string text, string others)
    {
        if (text.FirstOrDefault(c => !char.IsAsciiLetterOrDigit(c)
            && !others.Contains(c, StringComparison.Ordinal)) is not '\0' and var forbidden)
        {
            var allowed = string.Join(' ', others.AsEnumerable());
            throw ApiError.Invalid(
                member, $"contains '{Excerpt.Of(forbidden.ToString())}'; allowed are letters, digits and {allowed}");
        }
    }

    /// <summary>Allows only names that recipes can use.</summary>
    public static void Shortname(string name, int longest)
    {
        if (name is "" or ['-' or '_', ..]
            || name.Length > longest
            || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'))
        {
            throw ApiError.Malformed(
                "Shortname", name, "allowed are lower-case letters, digits, - and _, beginning with a letter or digit");
        }
    }

    public static void Range(string member, int? number, int least, int most)
    {
        if (number < least || number > most)
        {
            throw ApiError.Invalid(member, $"is {number}; it must be from {least} to {most}");
        }
    }

    public static void NoMoreThan(int most, int present, string what)
    {
        if (present >= most)
        {
            throw ApiError.Invalid(
                $"Limit reached: {most} {what}. The limit is a setting of the server.");
        }
    }

    /// <summary>Allows a JSON object.</summary>
    public static void CustomJson(string? json, string member = "CustomJson")
    {
        if (string.IsNullOrEmpty(json))
        {
            return;
        }

        try
        {
            using var document =
                JsonDocument.Parse(json, new() { MaxDepth = DeepestJson, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw ApiError.Invalid(member, $"must be a JSON object, not {Excerpt.Of(json)}");
            }

            ReadTexts(document.RootElement);
        }
        catch (JsonException e)
        {
            throw ApiError.Invalid(member, $"is not valid JSON: {e.Message.TrimEnd('.')}");
        }
        catch (InvalidOperationException)
        {
            throw ApiError.Invalid(
                member, "contains text that is not Unicode: one half of a surrogate pair, such as \\ud800");
        }
    }

    // The parser finds half of a surrogate pair in names only.
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                element.EnumerateArray().ToList().ForEach(ReadTexts);
                break;
            case JsonValueKind.Object:
                element.EnumerateObject().ToList().ForEach(property => ReadTexts(property.Value));
                break;
        }
    }
}
