using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// The value of a fact, of an attribute or of a data bag item. It converts to the type that it is assigned to.
/// </summary>
public sealed class AttributeValue
{
    private readonly string path;
    private readonly JsonNode node;
    private readonly ValueOrigin? origin;

    /// <param name="path">The path of the value, such as <c>nginx.port</c>.</param>
    /// <param name="node">The value.</param>
    /// <param name="origin">Where it comes from; null for a fact.</param>
    internal AttributeValue(string path, JsonNode node, ValueOrigin? origin = null) =>
        (this.path, this.node, this.origin) = (path, node, origin);

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
        ? [.. array.Select((item, index) => new AttributeValue($"{path}[{index}]", item ?? "", origin))]
        : throw WrongType("a list", ValueWords.Given(typeof(List<string>), node, hidesValue: false));

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

    private RecipeException WrongType(string expected, string given) => new(
        $"\"{path}\" is {(origin is { IsSecret: true } ? "another value" : given)}, not {expected}{origin?.Place(path)}");
}
