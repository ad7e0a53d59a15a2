namespace CSharpChef.Recipes;

/// <summary><c>*:*</c></summary>
internal sealed record EveryNode : SearchTerm
{
    public override bool? Matches(ISearched searched) => true;
}
