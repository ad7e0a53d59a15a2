namespace CSharpChef.Recipes;

/// <summary><c>NOT a</c>, <c>!a</c> or <c>-a</c></summary>
internal sealed record NotTerm(SearchTerm Term) : SearchTerm
{
    public override bool? Matches(ISearched searched) => !Term.Matches(searched);
}
