using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace CSharpChef.Converge.Templates;

/// <summary>An object of a recipe in a template. A missing member is an error; its text is its ToString.</summary>
internal class TemplateObject(object value, string path) : FluidValue
{
    private readonly ObjectMembers members = ObjectMembers.Of(value)!;

    protected ObjectMembers Members => members;

    public override FluidValues Type => FluidValues.Object;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) =>
        new(Find(name)
            ?? throw new UnknownNameException(PathOf(name), members.All.Select(member => PathOf(member.Name))));

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) =>
        GetValueAsync(index.ToStringValue(), context);

    public override IEnumerable<FluidValue> Enumerate(TemplateContext context) => members.All
        .Select(member =>
            new ArrayValue([StringValue.Create(member.Name), TemplateValue.Of(member.Value(), PathOf(member.Name))]));

    public override bool Contains(FluidValue value) => members.TryGet(value.ToStringValue(), out _);

    public override bool Equals(FluidValue? other) =>
        other is not null && Equals(ToObjectValue(), other.ToObjectValue());

    public override bool Equals(object? obj) => Equals(obj as FluidValue);

    public override int GetHashCode() => value.GetHashCode();

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() =>
        value is IFormattable text ? text.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";

    public override object ToObjectValue() => value;

    public override async ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) =>
        await writer.WriteAsync(ToStringValue());

    protected virtual FluidValue? Find(string name)
    {
        if (members.TryGet(name, out var found))
        {
            return TemplateValue.Of(found, PathOf(name));
        }

        return name == "size" ? NumberValue.Create(members.All.Count) : null;
    }

    protected string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
