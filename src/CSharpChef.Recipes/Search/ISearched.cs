namespace CSharpChef.Recipes;

/// <summary>What a search query is asked of: a node, or an item of a data bag.</summary>
internal interface ISearched
{
    /// <summary>The values of a field.</summary>
    FieldValues Find(string field);

    /// <summary>The values that a word without a field is compared with.</summary>
    IEnumerable<SearchValue> Names { get; }
}
