namespace CSharpChef.Converge;

/// <summary>What cron reads.</summary>
internal static class CronText
{
    /// <summary>The file of an entry in <c>/etc/cron.d</c>: a mark, its environment, its line.</summary>
    public static string File(CronStep step) => string.Concat(
        step.Environment.Select(pair => $"{pair.Key}={pair.Value}\n")
            .Prepend($"# csharpchef: {step.Name}\n")
            .Append($"{step.Schedule} {step.User} {Escaped(step.Command)}\n"));

    // A bare % ends the command and starts its standard input.
    private static string Escaped(string command) => command.Replace("%", "\\%", StringComparison.Ordinal);
}
