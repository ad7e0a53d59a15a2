namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Members that a request must give, though other requests with the same settings need not.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string> Members { get; } = members;
}
