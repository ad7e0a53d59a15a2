namespace CSharpChef.Converge.Cookbooks;

/// <summary>The name of a recipe: <c>nginx::configure</c>, or <c>nginx</c> for the default recipe.</summary>
internal sealed record RunListItem(string Cookbook, string Recipe)
{
    private const string Default = "default";

    public static RunListItem Parse(string text) => Parse(text, within: null);

    /// <summary>
    /// Parses a name as written in a recipe of the cookbook <paramref name="within"/>: <c>::configure</c> is in that
    /// cookbook.
    /// </summary>
    public static RunListItem Parse(string text, string? within)
    {
        var at = text.IndexOf("::", StringComparison.Ordinal);
        var cookbook = at < 0 ? text : text[..at];
        var recipe = at < 0 ? Default : text[(at + 2)..];
        cookbook = cookbook.Length == 0 && at == 0 ? within ?? "" : cookbook;
        return IsName(cookbook) && IsName(recipe)
            ? new RunListItem(cookbook, recipe)
            : throw new RecipeException(
                $"\"{text}\" is not the name of a recipe: write \"cookbook\" or \"cookbook::recipe\"");
    }

    public static bool IsName(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    public override string ToString() => $"{Cookbook}::{Recipe}";
}
