namespace CSharpChef.Stacks.Operations.Shapes;

internal sealed record NumberShape(bool Whole) : Shape
{
    public override string Noun => Whole ? "a whole number" : "a number";
}
