using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CSharpChef.Cli.EditorSettings;

/// <summary>How the lines of a JSON file are indented.</summary>
internal static partial class JsonLayout
{
    private const int LongestIndent = 127;

    /// <summary>The layout of a new file.</summary>
    public static JsonSerializerOptions Default { get; } = Indented(' ', 2);

    /// <summary>The layout of a file, by its first line that is indented.</summary>
    public static JsonSerializerOptions Of(string text) =>
        FirstIndent().Match(text).Groups[1].Value is [var first, ..] indent
            ? Indented(first, Math.Min(indent.Length, LongestIndent))
            : Default;

    private static JsonSerializerOptions Indented(char character, int size) => new()
    {
        WriteIndented = true,
        IndentCharacter = character,
        IndentSize = size,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [GeneratedRegex(@"^(\t+| +)\S", RegexOptions.Multiline)]
    private static partial Regex FirstIndent();
}
