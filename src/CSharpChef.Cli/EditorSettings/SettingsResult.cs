namespace CSharpChef.Cli.EditorSettings;

/// <summary>What became of a file of settings.</summary>
/// <param name="Path">The full path.</param>
/// <param name="State">Whether it was written.</param>
/// <param name="Text">The text that it has now, or what has to be added.</param>
internal sealed record SettingsResult(string Path, SettingsState State, string Text)
{
    /// <summary>Why the file was left as it is.</summary>
    public string? Refusal { get; init; }

    /// <summary>A setting of the user that the user should know of; null when there is none.</summary>
    public string? Note { get; init; }
}
