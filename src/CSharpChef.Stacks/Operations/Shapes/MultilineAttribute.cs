namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Marks a text that may have several lines: it may contain tabs, LF and CR LF.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MultilineAttribute : Attribute;
