namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>The shape of a boolean.</summary>
internal sealed record FlagShape : Shape
{
    public override string Noun => "true or false";
}
