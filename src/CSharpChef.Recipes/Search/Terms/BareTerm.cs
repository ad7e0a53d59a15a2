namespace CSharpChef.Recipes;

/// <summary><c>web1</c>: the name of a node or one of its groups, or the name of an item.</summary>
internal sealed record BareTerm(IValueTest Test) : SearchTerm
{
    public override bool? Matches(ISearched searched) =>
        searched.Names.Any(Test.Accepts);
}
