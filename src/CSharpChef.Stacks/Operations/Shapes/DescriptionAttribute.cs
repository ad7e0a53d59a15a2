namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>
/// What a member or an operation means, for people: shown by <c>--help</c>, the documentation and the model.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
internal sealed class DescriptionAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}
