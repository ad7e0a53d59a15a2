namespace CSharpChef.Stacks;

internal sealed record ListShape(Shape Item) : Shape
{
    public override string Noun => "a list";
}
