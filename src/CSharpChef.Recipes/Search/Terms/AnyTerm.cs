namespace CSharpChef.Recipes;

/// <summary><c>a OR b</c></summary>
internal sealed record AnyTerm(IReadOnlyList<SearchTerm> Terms) : SearchTerm
{
    public override bool? Matches(ISearched searched) =>
        Terms.Aggregate((bool?)false, (any, term) => any == true ? true : any | term.Matches(searched));

    /// <summary>
    /// <c>a b +c -d</c>: what is required matches and what is excluded does not; without required terms, one of the
    /// others matches.
    /// </summary>
    public static SearchTerm OfSequence(IReadOnlyList<SearchTerm> terms)
    {
        var strict = terms.Where(term => term is RequiredTerm or NotTerm).ToList();
        var free = terms.Where(term => term is not (RequiredTerm or NotTerm)).ToList();
        return strict.Count == 0 ? new AnyTerm(free)
            : free.Count == 0 || strict.Any(term => term is RequiredTerm) ? new AllTerms(strict)
            : new AllTerms([.. strict, new AnyTerm(free)]);
    }
}
