using System.Text;
using System.Text.Json;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Checks the JSON of a request against its shape; a refusal names the member and the reason.</summary>
internal static class ShapeCheck
{
    public static void Structure(JsonElement value, StructureShape shape, string path)
    {
        Kind(value.ValueKind == JsonValueKind.Object, value, shape, path);
        foreach (var property in value.EnumerateObject())
        {
            var member = shape.Find(property.Name)
                ?? throw ApiError.Invalid(Join(path, property.Name), UnknownMember(property.Name, shape));
            if (property.Value.ValueKind != JsonValueKind.Null)
            {
                Value(property.Value, member.Shape, Join(path, member.Name));
            }
        }

        foreach (var member in shape.Members.Where(member => member.Required && !IsPresent(value, member.Name)))
        {
            throw ApiError.Invalid(Join(path, member.Name), "is required");
        }
    }

    private static void Value(JsonElement value, Shape shape, string path)
    {
        switch (shape)
        {
            case TextShape text:
                Kind(value.ValueKind == JsonValueKind.String, value, shape, path);
                Text(value.GetString()!, text, path);
                break;
            case NumberShape { Whole: true }:
                Kind(WholeNumberConverter.IsWhole(value), value, shape, path);
                break;
            case NumberShape:
                Kind(value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()), value, shape, path);
                break;
            case FlagShape:
                Kind(value.ValueKind is JsonValueKind.True or JsonValueKind.False, value, shape, path);
                break;
            case ListShape list:
                List(value, list, path);
                break;
            case MapShape map:
                Map(value, map, path);
                break;
            case StructureShape structure:
                Structure(value, structure, path);
                break;
        }
    }

    // Clients that cannot send null send an empty text instead.
    private static void Text(string text, TextShape shape, string path)
    {
        var words = shape.AllowedWords;
        if (words.Count > 0 && text.Length > 0 && !words.Contains(text))
        {
            throw ApiError.NotOneOf(path, text, words);
        }

        NoMoreThan(shape.MaxBytes, Encoding.UTF8.GetByteCount(text), "bytes", path);
        if (HiddenCharacters.Find(text, shape.IsMultiline) is { } hidden)
        {
            throw ApiError.Invalid(
                path,
                $"contains the character U+{hidden.Value:X4}: control characters and characters that cannot be seen are not allowed{(shape.IsMultiline && HasLineEnds(text) ? ", except tabs and line ends" : "")}");
        }
    }

    private static bool HasLineEnds(string text) => text.AsSpan().ContainsAny('\r', '\n');

    private static void List(JsonElement value, ListShape shape, string path)
    {
        Kind(value.ValueKind == JsonValueKind.Array, value, shape, path);
        NoMoreThan(shape.MaxCount, value.GetArrayLength(), "entries", path);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Value(item, shape.Item, $"{path}[{index++}]");
        }
    }

    private static void Map(JsonElement value, MapShape shape, string path)
    {
        Kind(value.ValueKind == JsonValueKind.Object, value, shape, path);
        NoMoreThan(shape.MaxCount, value.GetPropertyCount(), "entries", path);
        foreach (var pair in value.EnumerateObject())
        {
            Text(pair.Name, shape.Key, $"A key of {path}");
            if (shape.Keys.Count > 0 && !shape.Keys.Contains(pair.Name))
            {
                throw ApiError.Invalid(
                    path,
                    $"has the key '{Excerpt.Of(pair.Name)}'; allowed keys are {string.Join(", ", shape.Keys)}");
            }

            Value(pair.Value, shape.Value, $"{path}.{Excerpt.Of(pair.Name)}");
        }
    }

    private static void NoMoreThan(int most, int present, string what, string path)
    {
        if (present > most)
        {
            throw ApiError.Invalid(path, $"has {present} {what}; {most} are allowed");
        }
    }

    private static void Kind(bool fits, JsonElement value, Shape shape, string path)
    {
        if (!fits)
        {
            throw ApiError.Unreadable(
                $"{(path.Length == 0 ? "The request" : path)} must be {shape.Noun}, but is {Noun(value)}.");
        }
    }

    private static string Noun(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => $"the number {Excerpt.Of(value.GetRawText())}",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };

    private static string UnknownMember(string name, StructureShape shape)
    {
        var nearest = shape.Members.FirstOrDefault(
            member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));
        var knownMembers = shape.Members.Count == 0
            ? "no member is known"
            : $"the known members are {string.Join(", ", shape.Members.Select(member => member.Name))}";
        return nearest is null ? $"is not known here; {knownMembers}" : $"is not known here; it is written {nearest.Name}";
    }

    private static bool IsPresent(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null;

    private static string Join(string path, string name) =>
        path.Length == 0 ? Excerpt.Of(name) : $"{path}.{Excerpt.Of(name)}";
}
