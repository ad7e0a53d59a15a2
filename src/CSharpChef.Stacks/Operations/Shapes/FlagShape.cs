namespace CSharpChef.Stacks.Operations.Shapes;

internal sealed record FlagShape : Shape
{
    public override string Noun => "true or false";
}
