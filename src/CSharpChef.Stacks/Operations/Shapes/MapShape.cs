namespace CSharpChef.Stacks.Operations.Shapes;

/// <param name="Keys">When not empty, the only keys allowed.</param>
internal sealed record MapShape(IReadOnlyList<string> Keys, Shape Value) : Shape
{
    public override string Noun => "an object";
}
