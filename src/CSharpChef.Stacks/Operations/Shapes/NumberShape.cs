namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>The shape of a number.</summary>
internal sealed record NumberShape(bool Whole) : Shape
{
    public override string Noun => Whole ? "a whole number" : "a number";
}
