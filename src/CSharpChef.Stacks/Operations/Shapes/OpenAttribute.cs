namespace CSharpChef.Stacks;

/// <summary>Words that clients see as free text: a later version may bring more.</summary>
[AttributeUsage(AttributeTargets.Enum)]
internal sealed class OpenAttribute : Attribute;
