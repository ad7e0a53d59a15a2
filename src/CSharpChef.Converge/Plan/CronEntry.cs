using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// Turns a cron entry into the step that a node executes: the file or the block that the entry is there.
/// </summary>
internal static class CronEntry
{
    public static Step StepFor(CronStep entry, Node node)
    {
        var step = node.Platform.Family == "alpine" ? Block(entry) : entry.Present
            ? File(entry)
            : new AbsentStep(FilePath(entry), PathKind.File);
        step.Validate();
        return step;
    }

    private static string FilePath(CronStep entry) => $"/etc/cron.d/{entry.Name}";

    private static FileStep File(CronStep entry) => new(FilePath(entry))
    {
        Content = FileContent.FromText(
            $"# csharpchef: {entry.Name}\n{Variables(entry, "\n")}{entry.Schedule} {entry.User} {Escaped(entry.Command)}\n"),
        Mode = Permissions.Parse("0644"),
        Owner = "root",
        Group = "root",
    };

    // The crond of busybox reads neither /etc/cron.d nor lines that set variables.
    private static Step Block(CronStep entry) => new LineStep(
        $"/etc/crontabs/{entry.User}",
        entry.Present ? $"{entry.Schedule} {Variables(entry, " ")}{entry.Command}" : "")
    {
        Block = $"csharpchef: {entry.Name}",
        Present = entry.Present,
    };

    private static string Variables(CronStep entry, string separator) => string.Concat(entry.Environment.Keys
        .Order(StringComparer.Ordinal)
        .Select(name => $"{name}={Value(entry.Environment[name], separator)}{separator}"));

    private static string Value(string text, string separator) => separator == "\n" ? text : ShellQuote.Word(text);

    // In a crontab an unescaped % ends the command and begins its input.
    private static string Escaped(string command) => command.Replace("%", "\\%", StringComparison.Ordinal);
}
