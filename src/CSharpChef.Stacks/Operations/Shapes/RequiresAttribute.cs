namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Lists inherited members that this request must have.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string> Members { get; } = members;
}
