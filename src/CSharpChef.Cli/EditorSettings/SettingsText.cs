using System.Text;

namespace CSharpChef.Cli.EditorSettings;

/// <summary>The text of a file, with the byte order mark and the line ends that it keeps when it is written.</summary>
/// <param name="Text">The text, with <c>\n</c> as the line end and without the mark.</param>
/// <param name="HasMark">Whether it begins with a byte order mark.</param>
/// <param name="HasWindowsLines">Whether each of its lines ends with <c>\r\n</c>.</param>
internal sealed record SettingsText(string Text, bool HasMark = false, bool HasWindowsLines = false)
{
    private const char Mark = '\uFEFF';
    private const string WindowsEnd = "\r\n";

    private static readonly UTF8Encoding Utf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static SettingsText Of(byte[] bytes)
    {
        var text = Utf8.GetString(bytes);
        var plain = text.Replace(WindowsEnd, "\n", StringComparison.Ordinal);
        var hasWindowsLines = text.Length > plain.Length && text.Length - plain.Length == plain.Count(c => c == '\n');
        var lines = hasWindowsLines ? plain : text;
        return new SettingsText(lines.TrimStart(Mark), lines is [Mark, ..], hasWindowsLines);
    }

    /// <summary>The bytes of another text with the same mark and line ends.</summary>
    public byte[] BytesOf(string text) => Utf8.GetBytes(
        (HasMark ? $"{Mark}" : "") + (HasWindowsLines ? text.ReplaceLineEndings(WindowsEnd) : text));
}
