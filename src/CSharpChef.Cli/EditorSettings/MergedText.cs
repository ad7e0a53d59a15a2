namespace CSharpChef.Cli.EditorSettings;

/// <summary>The settings of a user with those of CSharpChef.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Refusal">Why the file has to stay as it is; null when it can be written.</param>
internal sealed record MergedText(string Text, string? Refusal = null)
{
    /// <summary>A setting of the user that the user should know of; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>Settings that a person has to add, since the program would lose a part of the file.</summary>
    public static MergedText ToAdd(string text, string why) => new(text, why);
}
