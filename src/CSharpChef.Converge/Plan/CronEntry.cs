using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Plan;

/// <summary>A cron entry as the file or the block it is on a machine.</summary>
internal static class CronEntry
{
    public static Step Lowered(CronStep step, Node node) =>
        node.Platform.Family == "alpine" ? Block(step) : step.Present
            ? File(step)
            : new AbsentStep(FilePath(step), PathKind.File);

    private static string FilePath(CronStep step) => $"/etc/cron.d/{step.Name}";

    private static FileStep File(CronStep step) => new(FilePath(step))
    {
        Content = FileContent.FromText(
            $"# csharpchef: {step.Name}\n{Variables(step, "\n")}{step.Schedule} {step.User} {Escaped(step.Command)}\n"),
        Mode = new Permissions(0x1A4),
        Owner = "root",
        Group = "root",
    };

    // busybox crond knows neither /etc/cron.d nor lines that set variables.
    private static LineStep Block(CronStep step) =>
        new($"/etc/crontabs/{step.User}", step.Present ? $"{step.Schedule} {Variables(step, " ")}{step.Command}" : "")
        {
            Block = $"csharpchef: {step.Name}",
            Present = step.Present,
        };

    private static string Variables(CronStep step, string after) => string.Concat(step.Environment.Keys
        .Order(StringComparer.Ordinal)
        .Select(name =>
            $"{name}={(after == "\n" ? step.Environment[name] : ShellQuote.Word(step.Environment[name]))}{after}"));

    // In a crontab a bare % ends the line and begins the command's input.
    private static string Escaped(string command) => command.Replace("%", "\\%", StringComparison.Ordinal);
}
