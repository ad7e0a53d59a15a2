using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>A search query that is asked of the items of a data bag.</summary>
internal static class ItemQuery
{
    /// <summary>The items that match, in their order.</summary>
    /// <param name="query">The query in the search words of Chef.</param>
    /// <param name="items">The items with their values.</param>
    /// <exception cref="RecipeException">The query is not understood; the message has the position.</exception>
    public static IReadOnlyList<T> Find<T>(string query, IEnumerable<(T Item, string Name, JsonObject Values)> items)
    {
        var term = new QueryParser(query).Parse();
        return [.. items.Where(each => term.Matches(new Fields(each.Name, each.Values)) == true)
            .Select(each => each.Item)];
    }

    private sealed class Fields(string name, JsonObject values) : ISearched
    {
        private readonly FlatFields flat = new(() => values);

        public IEnumerable<SearchValue> Names => [new(name)];

        public FieldValues Find(string field) => new(flat.Find(field));
    }
}
