namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>The shape of a list.</summary>
internal sealed record ListShape(Shape Item) : Shape
{
    public override string Noun => "a list";
}
