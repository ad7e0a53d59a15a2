using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>Converts texts of the command line to values of the API.</summary>
/// <param name="Option">The option as it is typed, for messages.</param>
internal sealed record ShapeValue(string Option)
{
    private const StringSplitOptions Neatly = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>The value of an option that may be repeated.</summary>
    public JsonNode Of(Shape shape, IReadOnlyList<string> texts) => shape switch
    {
        ListShape list => new JsonArray([.. texts.SelectMany(text => Items(list.Item, TypedText.Read(text)))]),
        MapShape map => Map(map, texts),
        _ => One(shape, TypedText.Read(texts[^1])),
    };

    private JsonNode One(Shape shape, TypedText typed)
    {
        switch (shape)
        {
            case TextShape text:
                return Text(text, typed);
            case NumberShape { Whole: true }:
                return int.TryParse(typed.Text, CultureInfo.InvariantCulture, out var whole)
                    ? whole
                    : throw InvalidValue(shape, typed.Text);
            case NumberShape:
                return double.TryParse(typed.Text, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw InvalidValue(shape, typed.Text);
            case FlagShape:
                return bool.TryParse(typed.Text, out var flag)
                    ? flag
                    : throw new UsageException($"{Option} must be true or false, not {typed.Text}");
            case StructureShape structure:
                return Structure(structure, typed);
            default:
                return Json(shape, typed);
        }
    }

    private JsonNode Text(TextShape shape, TypedText typed)
    {
        if (shape.IsSecret && typed.IsTyped && typed.Text.Length > 0)
        {
            throw new UsageException(
                $"{Option} is a secret, and all users of a machine can read its arguments: write @FILE to read it from a file, or - to read it from standard input");
        }

        return shape.AllowedWords.Count == 0 || typed.Text.Length == 0 || shape.AllowedWords.Contains(typed.Text)
            ? typed.Text
            : throw new UsageException($"{Option} must be one of {string.Join(", ", shape.AllowedWords)}, not {typed.Text}");
    }

    private IEnumerable<JsonNode?> Items(Shape item, TypedText typed) => (typed.Text, item) switch
    {
        (['[', ..], _) => ((JsonArray)Json(new ListShape(item), typed)).Select(element => element?.DeepClone()),
        (_, StructureShape structure) => [Structure(structure, typed)],
        _ => typed.Text.Split(',', Neatly).Select(part => One(item, typed with { Text = part })),
    };

    private JsonObject Map(MapShape map, IReadOnlyList<string> texts)
    {
        var values = new JsonObject();
        foreach (var text in texts)
        {
            if (text is not ['{' or '@' or '-', ..])
            {
                AddPairs(values, map, text);
                continue;
            }

            foreach (var (key, value) in (JsonObject)Json(map, TypedText.Read(text)))
            {
                values[key] = value?.DeepClone();
            }
        }

        return values;
    }

    // Where keys are known, a comma always separates; else it may be part of a value.
    private void AddPairs(JsonObject values, MapShape map, string text)
    {
        foreach (var pair in map.Keys.Count > 0 ? ValuePairs.Of(text) : [text])
        {
            var (key, value) = ValuePairs.Split(pair)
                ?? throw new UsageException($"{Option} must be written key=value, not {OnOneLine(pair)}");
            if (map.Value is ListShape list)
            {
                var before = values[key] as JsonArray ?? [];
                values[key] = new JsonArray(
                    [.. before.Select(element => element?.DeepClone()), .. Items(list.Item, TypedText.Read(value))]);
            }
            else
            {
                values[key] = One(map.Value, TypedText.Read(value));
            }
        }
    }

    private JsonObject Structure(StructureShape shape, TypedText typed)
    {
        if (typed.Text is ['{', ..])
        {
            return (JsonObject)Json(shape, typed);
        }

        // A structure may be written as the value of its only required member.
        if (!typed.Text.Contains('=', StringComparison.Ordinal)
            && shape.Members.Where(member => member.Required).ToList() is [var only])
        {
            return new()
            {
                [only.Name] = new ShapeValue($"{Option}.{MemberName.Kebab(only.Name)}").One(only.Shape, typed)
            };
        }

        var values = new JsonObject();
        foreach (var pair in ValuePairs.Of(typed.Text))
        {
            var (name, value) = ValuePairs.Split(pair)
                ?? throw new UsageException($"{Option} must be JSON, or written Member=value,Member=value");
            var member = shape.Members.FirstOrDefault(member => MemberName.Fits(member.Name, name))
                ?? throw new UsageException(
                    $"{Option} has no member {OnOneLine(name)}: its members are {string.Join(", ", shape.Members.Select(member => member.Name))}");
            values[member.Name] = new ShapeValue($"{Option}.{MemberName.Kebab(member.Name)}").Of(member.Shape, [value]);
        }

        return typed.IsTyped && SecretValues.IsSecure(values) && ValuePairs.Of(typed.Text).Exists(SecretValues.IsTyped)
            ? throw new UsageException(
                $"{Option} has a secure value, and all users of a machine can read its arguments: write Value=@FILE to read it from a file")
            : values;
    }

    private JsonNode Json(Shape shape, TypedText typed)
    {
        try
        {
            var value = JsonNode.Parse(typed.Text);
            if (value is null || value is JsonArray != shape is ListShape)
            {
                throw InvalidValue(shape, typed.Text);
            }

            return typed.IsTyped && SecretValues.AreIn(shape, value)
                ? throw new UsageException($"{Option} holds a secret: write @FILE to read it from a file, or - to read it from standard input")
                : value;
        }
        catch (JsonException e)
        {
            throw new UsageException($"{Option} is not valid JSON: {e.Message}", e);
        }
    }

    private UsageException InvalidValue(Shape shape, string text) =>
        new($"{Option} must be {shape.Noun}, not {OnOneLine(text)}");

    private static string OnOneLine(string text) => ShortLine.Of(text);
}
