using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The value of a fact or attribute. It converts to the type that it is assigned to.</summary>
public sealed class AttributeValue
{
    private readonly string path;
    private readonly JsonNode node;
    private readonly NodeAttributes? attributes;

    /// <param name="path">The path of the attribute, such as <c>nginx.port</c>.</param>
    /// <param name="node">The value.</param>
    /// <param name="attributes">The attributes that it is one of; null for a fact.</param>
    internal AttributeValue(string path, JsonNode node, NodeAttributes? attributes = null) =>
        (this.path, this.node, this.attributes) = (path, node, attributes);

    /// <summary>Converts to text; numbers and booleans as in JSON.</summary>
    public static implicit operator string(AttributeValue value) => value?.ToString() ?? "";

    /// <summary>Converts to a whole number.</summary>
    public static implicit operator int(AttributeValue value) =>
        value.Parse((text, format) => checked((int)long.Parse(text, format)), "a whole number");

    /// <summary>Converts to a 64-bit whole number.</summary>
    public static implicit operator long(AttributeValue value) => value.Parse(long.Parse, "a whole number");

    /// <summary>Converts to a number.</summary>
    public static implicit operator double(AttributeValue value) => value.Parse(double.Parse, "a number");

    /// <summary>Converts to true or false.</summary>
    public static implicit operator bool(AttributeValue value) =>
        value.Parse((text, _) => bool.Parse(text), "true or false");

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<AttributeValue> Items => node is JsonArray array
        ? [.. array.Select((item, index) => new AttributeValue($"{path}[{index}]", item ?? "", attributes))]
        : throw WrongType("a list", ValueWords.Given(typeof(List<string>), node));

    /// <inheritdoc />
    public override string ToString() => node is JsonValue value && value.GetValueKind() == JsonValueKind.String
        ? value.GetValue<string>()
        : node.ToJsonString();

    internal JsonNode Json => node;

    private T Parse<T>(Func<string, IFormatProvider, T> parse, string what)
    {
        try
        {
            return parse(ToString(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw WrongType(what, node.ToJsonString());
        }
    }

    private RecipeException WrongType(string expected, string given) => new($"\"{path}\" is {given}, not {expected}"
        + (attributes?.OriginOf(path) is { } origin ? $" (set by {origin})" : ""));
}
