using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;

namespace CSharpChef.Converge.Templates;

/// <summary>Converts any object of a recipe to a value of the template library.</summary>
internal static class TemplateValue
{
    private static readonly TemplateOptions Plain = new();

    public static FluidValue Of(object? value, string path) => value switch
    {
        null => NilValue.Instance,
        FluidValue ready => ready,
        string text => StringValue.Create(text),
        char letter => StringValue.Create(letter.ToString()),
        Enum name => StringValue.Create(name.ToString()),
        bool or sbyte or byte or short or ushort or int or uint or long or ulong or decimal =>
            FluidValue.Create(value, Plain),
        float or double => OfFloat(Convert.ToDouble(value, null)),
        DateTime or DateTimeOffset => FluidValue.Create(value, Plain),
        AttributeValue attribute => Of(attribute.Json, path),
        JsonArray array => List(array, path),
        JsonValue json => OfJson(json),
        Node node => new TemplateNode(node, node, "", path),
        IEnumerable list when ObjectMembers.Of(value) is null => List(list, path),
        _ => new TemplateObject(value, path),
    };

    private static ArrayValue List(IEnumerable items, string path) =>
        new([.. items.Cast<object?>().Select((item, index) => Of(item, $"{path}[{index}]"))]);

    private static FluidValue OfJson(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => StringValue.Create(value.GetValue<string>()),
        JsonValueKind.Number when value.TryGetValue<decimal>(out var number) => NumberValue.Create(number),
        JsonValueKind.Number => StringValue.Create(value.ToJsonString()),
        var kind => BooleanValue.Create(kind == JsonValueKind.True),
    };

    // The library's numbers are decimals, which cannot hold all doubles.
    private static FluidValue OfFloat(double number) => Math.Abs(number) < 1e15
        ? NumberValue.Create((decimal)number)
        : StringValue.Create(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
