using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>The text of a file in <c>/etc/cron.d</c>.</summary>
internal static class CronFile
{
    /// <exception cref="RecipeException">cron cannot run the entry without showing what is sensitive in it.</exception>
    public static string Text(CronStep entry, string path, bool isSensitive)
    {
        var names = entry.Environment.Keys.Order(StringComparer.Ordinal).ToList();
        var lines = names.FindAll(name => IsLine(name, entry.Environment[name]));
        var exports = names.Except(lines).Select(name => $"export {name}={ShellQuote.Word(entry.Environment[name])}");
        var command = CronCommand.For(entry, [.. exports], path, isSensitive);
        var text = new StringBuilder($"# csharpchef: {ShellQuote.Comment(entry.Name)}\n");
        lines.ForEach(name => text.Append($"{Variable(name, entry.Environment[name])}\n"));
        return text.Append($"{command.Comments}{entry.Schedule} {entry.User} {command.Text}\n").ToString();
    }

    private static string Variable(string name, string value) => $"{name}={(value.Length == 0 ? "\"\"" : value)}";

    // cron removes blanks at the ends of a value, also within quotes, and quotes around it.
    private static bool IsLine(string name, string value) =>
        value.Trim() == value
        && !value.StartsWith('"')
        && !value.StartsWith('\'')
        && CronCommand.IsShort(Variable(name, value));
}
