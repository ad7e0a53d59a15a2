using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Texts;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>Values of the API from texts of a command line.</summary>
/// <param name="Option">As it is typed, for messages.</param>
internal sealed record ShapeValue(string Option)
{
    private const StringSplitOptions Neatly = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>Of all times that an option was given.</summary>
    public JsonNode Of(Shape shape, IReadOnlyList<string> texts) => shape switch
    {
        ListShape list => new JsonArray([.. texts.SelectMany(text => Items(list.Item, GivenText.Read(text)))]),
        MapShape map => Map(map, texts),
        _ => One(shape, GivenText.Read(texts[^1])),
    };

    private JsonNode One(Shape shape, GivenText given)
    {
        switch (shape)
        {
            case TextShape text:
                return Text(text, given);
            case NumberShape { Whole: true }:
                return int.TryParse(given.Text, CultureInfo.InvariantCulture, out var whole)
                    ? whole
                    : throw Wrong(shape, given.Text);
            case NumberShape:
                return double.TryParse(given.Text, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw Wrong(shape, given.Text);
            case FlagShape:
                return bool.TryParse(given.Text, out var flag)
                    ? flag
                    : throw new UsageException($"{Option} is true or false, and not {given.Text}");
            case StructureShape structure:
                return Structure(structure, given);
            default:
                return Json(shape, given);
        }
    }

    private JsonNode Text(TextShape shape, GivenText given)
    {
        if (shape.IsSecret && given.IsTyped && given.Text.Length > 0)
        {
            throw new UsageException(
                $"{Option} is a secret, and arguments can be read by all users of a machine: give it as @FILE, or as - on standard input");
        }

        return shape.Words.Count == 0 || given.Text.Length == 0 || shape.Words.Contains(given.Text)
            ? given.Text
            : throw new UsageException($"{Option} is one of {string.Join(", ", shape.Words)}, and not {given.Text}");
    }

    private IEnumerable<JsonNode?> Items(Shape item, GivenText given) => (given.Text, item) switch
    {
        (['[', ..], _) => ((JsonArray)Json(new ListShape(item), given)).Select(one => one?.DeepClone()),
        (_, StructureShape structure) => [Structure(structure, given)],
        _ => given.Text.Split(',', Neatly).Select(part => One(item, given with { Text = part })),
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

            foreach (var (key, value) in (JsonObject)Json(map, GivenText.Read(text)))
            {
                values[key] = value?.DeepClone();
            }
        }

        return values;
    }

    // Where keys are known, a comma can only divide; else it may be part of a value.
    private void AddPairs(JsonObject values, MapShape map, string text)
    {
        foreach (var pair in map.Keys.Count > 0 ? Pairs(text) : [text])
        {
            var (key, value) = Divided(pair)
                ?? throw new UsageException($"{Option} is written key=value, and not {Shown(pair)}");
            if (map.Value is ListShape list)
            {
                var before = values[key] as JsonArray ?? [];
                values[key] = new JsonArray(
                    [.. before.Select(one => one?.DeepClone()), .. Items(list.Item, GivenText.Read(value))]);
            }
            else
            {
                values[key] = One(map.Value, GivenText.Read(value));
            }
        }
    }

    private JsonObject Structure(StructureShape shape, GivenText given)
    {
        if (given.Text is ['{', ..])
        {
            return (JsonObject)Json(shape, given);
        }

        // Its only needed part can stand for the whole.
        if (!given.Text.Contains('=', StringComparison.Ordinal)
            && shape.Members.Where(member => member.Required).ToList() is [var only])
        {
            return new()
            {
                [only.Name] = new ShapeValue($"{Option}.{MemberName.Kebab(only.Name)}").One(only.Shape, given)
            };
        }

        var values = new JsonObject();
        foreach (var pair in Pairs(given.Text))
        {
            var (name, value) = Divided(pair)
                ?? throw new UsageException($"{Option} is JSON, or written Member=value,Member=value");
            var member = shape.Members.FirstOrDefault(member => MemberName.Fits(member.Name, name))
                ?? throw new UsageException(
                    $"{Option} has no {Shown(name)}: known are {string.Join(", ", shape.Members.Select(member => member.Name))}");
            values[member.Name] = new ShapeValue($"{Option}.{MemberName.Kebab(member.Name)}").Of(member.Shape, [value]);
        }

        return given.IsTyped && IsSecure(values) && Pairs(given.Text).Exists(IsTypedValue)
            ? throw new UsageException(
                $"{Option} has a secure value: give it as Value=@FILE, for arguments can be read by all users of a machine")
            : values;
    }

    private JsonNode Json(Shape shape, GivenText given)
    {
        try
        {
            var value = JsonNode.Parse(given.Text);
            if (value is null || value is JsonArray != shape is ListShape)
            {
                throw Wrong(shape, given.Text);
            }

            return given.IsTyped && HoldsSecret(shape, value)
                ? throw new UsageException($"{Option} holds a secret: give it as @FILE, or as - on standard input")
                : value;
        }
        catch (JsonException e)
        {
            throw new UsageException($"{Option} is no JSON that can be read: {e.Message}", e);
        }
    }

    private static bool HoldsSecret(Shape shape, JsonNode? value) => (shape, value) switch
    {
        (TextShape { IsSecret: true }, not null) => true,
        (ListShape list, JsonArray items) => items.Any(item => HoldsSecret(list.Item, item)),
        (StructureShape, JsonObject members) when IsSecure(members) => true,
        (StructureShape structure, JsonObject members) =>
            structure.Members.Any(member => HoldsSecret(member.Shape, members[member.Name])),
        _ => false,
    };

    private static bool IsTypedValue(string pair) =>
        Divided(pair) is var (name, value) && MemberName.Fits("Value", name) && GivenText.IsTypedAs(value);

    // An environment variable says itself that its value is one.
    private static bool IsSecure(JsonObject members) =>
        members["Secure"] is { } secure && secure.GetValueKind() == JsonValueKind.True;

    private static (string Left, string Right)? Divided(string pair) =>
        pair.Split('=', 2) is [var left, var right] ? (left, right) : null;

    // A comma divides only before a name and an equals sign.
    private static List<string> Pairs(string text)
    {
        var pairs = new List<string>();
        foreach (var part in text.Split(','))
        {
            if (pairs.Count == 0 || part.Contains('=', StringComparison.Ordinal))
            {
                pairs.Add(part.Trim());
            }
            else
            {
                pairs[^1] += $",{part}";
            }
        }

        return pairs;
    }

    private UsageException Wrong(Shape shape, string text) => new($"{Option} is {shape.Noun}, and not {Shown(text)}");

    private static string Shown(string text) => OneLine.Of(text);
}
