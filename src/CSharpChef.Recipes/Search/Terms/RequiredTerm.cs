namespace CSharpChef.Recipes;

/// <summary><c>+a</c></summary>
internal sealed record RequiredTerm(SearchTerm Term) : SearchTerm
{
    public override bool? Matches(ISearched searched) => Term.Matches(searched);
}
