namespace CSharpChef.Cli.EditorSettings;

/// <summary>
/// The settings of Helix: a language of its own for recipes, so that a language <c>c-sharp</c> of the user stays as it
/// is.
/// </summary>
internal static class HelixFiles
{
    private const string FirstOfLanguage = "[[language]]";

    public static IReadOnlyList<SettingsFile> Of(SettingsPlaces places) =>
    [
        new(places.OfUser("APPDATA", "helix", "languages.toml"), Merge),
        SettingsFile.OfUser(
            places.OfUser("APPDATA", "helix", "runtime", "queries", "csharpchef-recipe", "highlights.scm"),
            EditorList.Part("highlights.scm")),
    ];

    private static MergedText Merge(string? old)
    {
        if (string.IsNullOrWhiteSpace(old))
        {
            return new MergedText(EditorList.Part("languages.toml"));
        }

        var languages = new HelixLanguages(old);
        var missing = Missing(languages);
        return missing.Length == 0 ? new MergedText(old)
            : languages.Obstacle is { } why ? MergedText.ToAdd(missing, why)
            : new MergedText($"{old.TrimEnd('\n')}\n\n{missing}");
    }

    private static string Missing(HelixLanguages languages)
    {
        var all = EditorList.Part("languages.toml");
        var language = all.IndexOf(FirstOfLanguage, StringComparison.Ordinal);
        return (languages.HasServer, languages.HasLanguage) switch
        {
            (false, false) => all,
            (false, true) => $"{all[..language].TrimEnd('\n')}\n",
            (true, false) => $"# Recipes of CSharpChef.\n{all[language..]}",
            _ => "",
        };
    }
}
