namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Marks an enum that clients see as free text, because a later version may add members.</summary>
[AttributeUsage(AttributeTargets.Enum)]
internal sealed class OpenAttribute : Attribute;
