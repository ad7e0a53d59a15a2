using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// The text of a file in <c>/etc/cron.d</c>. What a line of cron cannot hold is in comments of the file, as lines of
/// shell that the entry evaluates.
/// </summary>
internal static class CronFile
{
    // cron 3.0 of Debian ignores a file with a longer command, and cuts a longer variable off.
    private const int LongestLine = 998;

    private const string Mark = "#> ";

    public static string Text(CronStep entry, string path)
    {
        var names = entry.Environment.Keys.Order(StringComparer.Ordinal).ToList();
        var lines = names.FindAll(name => IsLine(name, entry.Environment[name]));
        var command = Escaped(entry.Command);
        var inLine = lines.Count == names.Count && IsCommand(entry.Command) && IsShort(command);
        var text = new StringBuilder($"# csharpchef: {ShellQuote.Comment(entry.Name)}\n");
        lines.ForEach(name => text.Append($"{Variable(name, entry.Environment[name])}\n"));
        return text.Append(inLine ? "" : Comments(entry, names.Except(lines)))
            .Append($"{entry.Schedule} {entry.User} {(inLine ? command : Evaluation(path))}\n")
            .ToString();
    }

    private static string Variable(string name, string value) => $"{name}={(value.Length == 0 ? "\"\"" : value)}";

    // cron removes blanks at the ends of a value, also within quotes, and quotes around it.
    private static bool IsLine(string name, string value) =>
        value.Trim() == value
        && !value.StartsWith('"')
        && !value.StartsWith('\'')
        && IsShort(Variable(name, value));

    // Implementations of cron differ in how they read a backslash before a backslash or a percent sign.
    private static bool IsCommand(string command) =>
        !command.Contains(@"\\", StringComparison.Ordinal)
        && !command.Contains(@"\%", StringComparison.Ordinal)
        && !command.EndsWith('\\');

    private static bool IsShort(string line) => Encoding.UTF8.GetByteCount(line) <= LongestLine;

    // In a crontab an unescaped % ends the command and begins its input.
    private static string Escaped(string command) => command.Replace("%", "\\%", StringComparison.Ordinal);

    private static string Comments(CronStep entry, IEnumerable<string> variables) =>
        string.Concat(variables
            .Select(name => $"{Mark}export {name}={ShellQuote.Word(entry.Environment[name])}\n")
            .Append($"{Mark}{entry.Command}\n"));

    private static string Evaluation(string path) => $"eval \"$(/bin/sed -n 's/^{Mark}//p' {path})\"";
}
