namespace CSharpChef.Converge.Cookbooks;

/// <summary>A recipe by its name: <c>nginx::configure</c>, or <c>nginx</c> for its default one.</summary>
internal sealed record RunListItem(string Cookbook, string Recipe)
{
    private const string Default = "default";

    public static RunListItem Parse(string text) => Parse(text, within: null);

    /// <summary>
    /// Reads a name as a recipe of the cookbook <paramref name="within"/> writes it: <c>::configure</c> is its own.
    /// </summary>
    public static RunListItem Parse(string text, string? within)
    {
        var at = text.IndexOf("::", StringComparison.Ordinal);
        var cookbook = at < 0 ? text : text[..at];
        var recipe = at < 0 ? Default : text[(at + 2)..];
        cookbook = cookbook.Length == 0 && at == 0 ? within ?? "" : cookbook;
        return IsName(cookbook) && IsName(recipe)
            ? new RunListItem(cookbook, recipe)
            : throw new RecipeException($"\"{text}\" names no recipe: write \"cookbook\" or \"cookbook::recipe\"");
    }

    public static bool IsName(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    public override string ToString() => $"{Cookbook}::{Recipe}";
}
