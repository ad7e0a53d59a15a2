namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>A member of a document that the store keeps and the API does not show.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HiddenAttribute : Attribute;
