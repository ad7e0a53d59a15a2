using System.Text;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// How a file in <c>/etc/cron.d</c> holds the command of an entry. A command that is sensitive, or that a line of cron
/// cannot hold, is evaluated: from comments of the file for root, and for other users, who may not be allowed to read
/// the file, from the input that cron gives to a command.
/// </summary>
/// <param name="Comments">The comments before the line of the entry.</param>
/// <param name="Text">What is behind the user on the line of the entry.</param>
internal sealed record CronCommand(string Comments, string Text)
{
    // cron 3.0 of Debian ignores a file with a longer command, and cuts a longer variable off.
    private const int LongestLine = 998;

    private const string Mark = "#> ";

    /// <exception cref="RecipeException">A sensitive command is too long for the input of cron.</exception>
    public static CronCommand For(CronStep entry, IReadOnlyList<string> exports, string path, bool isSensitive)
    {
        var line = new CronCommand("", Escaped(entry.Command));
        if (!isSensitive && exports.Count == 0 && IsCommand(entry.Command) && IsShort(line.Text))
        {
            return line;
        }

        IReadOnlyList<string> script = [.. exports, entry.Command];
        var input = new CronCommand("", Input(script));
        return entry.User != "root" && IsShort(input.Text) ? input
            : entry.User != "root" && isSensitive ? throw TooLong(entry, input)
            : new CronCommand(string.Concat(script.Select(text => $"{Mark}{text}\n")), Evaluation(Reading(path)));
    }

    public static bool IsShort(string line) => Length(line) <= LongestLine;

    private static int Length(string line) => Encoding.UTF8.GetByteCount(line);

    // Implementations of cron differ in how they read a backslash before a backslash or a percent sign.
    private static bool IsCommand(string command) =>
        !command.Contains(@"\\", StringComparison.Ordinal)
        && !command.Contains(@"\%", StringComparison.Ordinal)
        && !command.EndsWith('\\');

    // In a crontab the first unescaped % ends the command and begins its input; the others are ends of lines. In the
    // input a backslash is special before a percent sign only. cron neither logs nor mails it.
    private static string Input(IEnumerable<string> script) =>
        $"{Evaluation("/bin/cat")}%{string.Join('%', script.Select(Escaped))}";

    private static string Escaped(string text) => text.Replace("%", "\\%", StringComparison.Ordinal);

    private static string Reading(string path) => $"/bin/sed -n 's/^{Mark}//p' {path}";

    // A tool that cannot read its file says so, and cron mails that; an empty text would end with exit code 0.
    private static string Evaluation(string reading) => $"eval \"$({reading} || echo exit 1)\"";

    private static RecipeException TooLong(CronStep entry, CronCommand input) => new(
        $"a sensitive entry for another user than root may take {LongestLine} bytes in its crontab, and this one takes " +
        $"{Length(input.Text)}, which cron could not keep from other users: write Command and Environment into a " +
        $"script that only {entry.User} may read (File with Owner = \"{entry.User}\" and Mode = \"0700\"), and set " +
        "Command to its path");
}
