using System.Text;

namespace CSharpChef.Converge.Shell;

/// <summary>Reads what others write, who may write without an end.</summary>
internal static class LimitedText
{
    private const int BufferLength = 16 * 1024;

    /// <summary>The whole text.</summary>
    /// <exception cref="InvalidDataException">It has more characters than <paramref name="most"/>.</exception>
    public static async Task<string> ReadAsync(TextReader reader, int most, CancellationToken ct)
    {
        var (text, buffer) = (new StringBuilder(), new char[BufferLength]);
        while (await reader.ReadAsync(buffer, ct) is > 0 and var count)
        {
            text.Append(buffer, 0, count);
            if (text.Length > most)
            {
                throw new InvalidDataException($"wrote more than {most / 1024 / 1024} MB");
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// The first lines of a text, which is read to its end. A line that does not fit is left out: the beginning of a
    /// secret would not be recognized.
    /// </summary>
    public static async Task<string> ReadFirstLinesAsync(TextReader reader, int most, CancellationToken ct)
    {
        var (text, buffer) = (new StringBuilder(), new char[BufferLength]);
        while (await reader.ReadAsync(buffer, ct) is > 0 and var count)
        {
            text.Append(buffer, 0, text.Length > most ? 0 : count);
        }

        return text.Length > most ? WholeLines(text.ToString()) : text.ToString();
    }

    private static string WholeLines(string text) => text[..(text.LastIndexOf('\n') + 1)];
}
