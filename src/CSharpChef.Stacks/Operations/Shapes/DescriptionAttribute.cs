namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>
/// The description of a member or an operation for help texts, documentation and the service model.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
internal sealed class DescriptionAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}
