using System.Text;

namespace CSharpChef.Cli.EditorSettings;

/// <summary>A file with settings of an editor.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Merge">Makes the new text from the old one, which is null when the file does not exist.</param>
internal sealed record SettingsFile(string Path, Func<string?, MergedText> Merge)
{
    private const string Author = "Written by \"csharpchef editor setup\"";

    /// <summary>A file that only this program writes: what somebody has changed in it is replaced.</summary>
    public static SettingsFile Own(string path, string text) => new(path, _ => new MergedText(text));

    /// <summary>
    /// A file in a folder of the user. It is replaced when it has this text already or names this program as its
    /// author; another file of that name is the user's.
    /// </summary>
    public static SettingsFile OfUser(string path, string text) => new(path, old =>
        string.IsNullOrWhiteSpace(old) || old == text || old.Contains(Author, StringComparison.Ordinal)
            ? new MergedText(text)
            : MergedText.ToAdd(text, "it was not written by csharpchef (rename it, and set up again, to have both)"));

    /// <summary>The text of a file that is part of this program.</summary>
    public static string Shipped(string name)
    {
        using var stream = typeof(SettingsFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the program lacks its part {name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
