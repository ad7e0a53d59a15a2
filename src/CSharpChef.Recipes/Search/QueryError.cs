namespace CSharpChef.Recipes;

/// <summary>Makes the error of a search query that is not understood.</summary>
internal static class QueryError
{
    /// <param name="query">The whole query.</param>
    /// <param name="position">The index of the character that is wrong.</param>
    /// <param name="problem">What is wrong there, and what to write.</param>
    public static RecipeException At(string query, int position, string problem) => new(
        $"the search query is wrong at character {position + 1}: {problem}\n"
        + $"    {string.Concat(query.Select(letter => char.IsControl(letter) ? ' ' : letter))}\n"
        + $"    {new string(' ', position)}^");
}
