namespace CSharpChef.Recipes;

/// <summary><c>+a</c></summary>
internal sealed record RequiredTerm(SearchTerm Term) : SearchTerm
{
    public override bool? Matches(NodeFields node) => Term.Matches(node);
}
