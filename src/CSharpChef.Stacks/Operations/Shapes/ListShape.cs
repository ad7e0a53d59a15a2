namespace CSharpChef.Stacks.Operations.Shapes;

internal sealed record ListShape(Shape Item) : Shape
{
    public override string Noun => "a list";
}
