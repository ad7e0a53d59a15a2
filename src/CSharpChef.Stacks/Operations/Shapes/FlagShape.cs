namespace CSharpChef.Stacks;

internal sealed record FlagShape : Shape
{
    public override string Noun => "true or false";
}
