namespace CSharpChef.Stacks.Operations.Shapes;

/// <param name="Description">What it means, for people.</param>
internal sealed record Member(string Name, Shape Shape, bool Required, string Description);
