namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Lists the inherited members that are required in a request.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string> Members { get; } = members;
}
