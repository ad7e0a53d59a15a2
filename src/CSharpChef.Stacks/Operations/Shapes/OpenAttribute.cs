namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Words that clients see as free text: a later version may bring more.</summary>
[AttributeUsage(AttributeTargets.Enum)]
internal sealed class OpenAttribute : Attribute;
