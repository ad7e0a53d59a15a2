namespace CSharpChef.Recipes;

/// <summary>
/// A part of a search query. It matches a node or an item, or does not, or is null: that depends on facts that are not
/// known. The operators of <c>bool?</c> are those of three-valued logic, so that an unknown part need not
/// make the whole unknown.
/// </summary>
internal abstract record SearchTerm
{
    public abstract bool? Matches(ISearched searched);
}
