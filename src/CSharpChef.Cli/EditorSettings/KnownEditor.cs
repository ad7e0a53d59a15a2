namespace CSharpChef.Cli.EditorSettings;

/// <summary>An editor whose settings can be written.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">Its name in messages.</param>
/// <param name="Programs">The names of its program.</param>
internal sealed record KnownEditor(string Name, string Title, IReadOnlyList<string> Programs)
{
    /// <summary>The files with its settings.</summary>
    public required Func<SettingsPlaces, IReadOnlyList<SettingsFile>> Files { get; init; }

    /// <summary>What the user has to do afterwards.</summary>
    public required Func<SettingsPlaces, string> Next { get; init; }
}
