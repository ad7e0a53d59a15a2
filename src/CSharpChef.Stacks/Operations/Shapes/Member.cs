namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>A member of an object of the API.</summary>
internal sealed record Member(string Name, Shape Shape, bool Required, string Description);
