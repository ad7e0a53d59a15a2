namespace CSharpChef.Recipes;

/// <summary><c>a AND b</c></summary>
internal sealed record AllTerms(IReadOnlyList<SearchTerm> Terms) : SearchTerm
{
    public override bool? Matches(ISearched searched) =>
        Terms.Aggregate((bool?)true, (all, term) => all == false ? false : all & term.Matches(searched));
}
