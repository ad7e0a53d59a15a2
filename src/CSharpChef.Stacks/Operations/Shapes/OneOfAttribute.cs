namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>The only texts allowed; of a map, the only keys.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;
}
