using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// Translates the logical paths of scripts into those that messages show, and finds the column of a word in a line.
/// </summary>
/// <param name="pathOf">The path of a file on this machine by its logical path; null when it does not exist.</param>
/// <param name="read">Reads a script by its logical path.</param>
internal sealed class SourceLocator(Func<string, string?> pathOf, ScriptReader read)
{
    private readonly ConcurrentDictionary<string, string> shown = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string[]> lines = new(StringComparer.Ordinal);

    /// <summary>The path that messages show.</summary>
    public string Shown(string path) => shown.GetOrAdd(
        path, logical => pathOf(logical) is { } file ? ShownPath.Of(file) : LoadPath.DisplayPath(logical));

    /// <summary>The logical path of a file that the compiler names as one of a cookbook.</summary>
    public static string LogicalPath(string cookbook, string file) =>
        file.StartsWith(LoadPath.Prefix, StringComparison.Ordinal)
            ? file[LoadPath.Prefix.Length..]
            : $"{cookbook}/{file}";

    /// <summary>
    /// The position of a call: at the column that it passes, else at the first place of its word in the line, else at
    /// the first word of the line.
    /// </summary>
    /// <param name="path">The logical path of the script, with the column when the call passes it.</param>
    /// <param name="line">The line.</param>
    /// <param name="word">The function that is called.</param>
    public SourceLocation Locate(string path, int line, string word)
    {
        var (file, column) = CallerColumn.Read(path);
        return new(Shown(file), line)
        {
            Column = column > 0 ? column
                : line >= 1 && line <= Lines(file).Length ? ColumnOf(Lines(file)[line - 1], word) : 0,
        };
    }

    /// <summary>Replaces the logical path at the beginning of each line of the compiler's messages.</summary>
    public string WithShownPaths(string messages) =>
        string.Join('\n', messages.Split('\n').Select(WithShownPath));

    private string WithShownPath(string message)
    {
        var end = message.IndexOf(':', StringComparison.Ordinal);
        return end > 0 && message[..end].Contains('/', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{Shown(message[..end])}{message[end..]}")
            : message;
    }

    private string[] Lines(string path) => lines.GetOrAdd(
        path, logical => read(logical) is { } bytes ? Encoding.UTF8.GetString(bytes).Split('\n') : []);

    private static int ColumnOf(string line, string word)
    {
        foreach (var text in new[] { word, "Declare" }.Where(text => text.Length > 0))
        {
            for (var at = line.IndexOf(text, StringComparison.Ordinal); at >= 0;
                at = line.IndexOf(text, at + 1, StringComparison.Ordinal))
            {
                if (IsCall(line, at, text.Length))
                {
                    return at + 1;
                }
            }
        }

        return line.Length - line.TrimStart('\uFEFF', ' ', '\t').Length + 1;
    }

    private static bool IsCall(string line, int at, int length) =>
        (at == 0 || !(char.IsLetterOrDigit(line[at - 1]) || line[at - 1] == '_'))
        && line.AsSpan(at + length).TrimStart() is ['(' or '<', ..];
}
