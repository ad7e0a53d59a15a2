namespace CSharpChef.Recipes.Steps;

/// <summary>Puts a mask in the place of content that must not be shown.</summary>
internal static class Redaction
{
    public const string Mask = "***";

    /// <summary>The words of every change of a sensitive resource.</summary>
    public const string Change = "sensitive change";

    /// <summary>The mask, or null where there is no text to hide.</summary>
    public static string? Of(string? text) => text is null ? null : Mask;

    /// <summary>The same names with masked values.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> variables) =>
        variables.ToDictionary(variable => variable.Key, _ => Mask);
}
