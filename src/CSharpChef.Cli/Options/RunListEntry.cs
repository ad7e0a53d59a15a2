using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Repositories;

namespace CSharpChef.Cli.Options;

/// <summary>One recipe of a run list as it is typed: <c>web::deploy</c>, or <c>URL#REF::web::deploy</c>.</summary>
/// <param name="Item">The recipe.</param>
/// <param name="Repository">The repository that its cookbook comes from; null for the folders of cookbooks.</param>
internal sealed record RunListEntry(RunListItem Item, string? Repository)
{
    /// <exception cref="RecipeException">The text does not name a recipe.</exception>
    public static IEnumerable<RunListEntry> Parse(string text) => GitLocation.Split(text) is { } parts
        ? [new RunListEntry(RunListItem.Parse(parts.Recipe), parts.Location)]
        : text.Split(',').Select(each => new RunListEntry(RunListItem.Parse(each), null));
}
