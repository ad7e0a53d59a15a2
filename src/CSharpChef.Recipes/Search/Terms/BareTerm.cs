namespace CSharpChef.Recipes;

/// <summary><c>web1</c>: the name of the node, or one of its groups.</summary>
internal sealed record BareTerm(IValueTest Test) : SearchTerm
{
    public override bool? Matches(NodeFields node) =>
        node.Find(NodeFields.Name).Values.Concat(node.Find(NodeFields.Group).Values).Any(Test.Accepts);
}
