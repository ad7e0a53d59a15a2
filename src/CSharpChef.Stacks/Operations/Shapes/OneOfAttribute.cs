namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Lists the allowed texts of a member, or the allowed keys of a map.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;
}
