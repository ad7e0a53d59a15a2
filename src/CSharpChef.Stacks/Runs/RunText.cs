using CSharpChef.Converge.Results;

namespace CSharpChef.Stacks.Runs;

/// <summary>The lines of a command's log. Pure.</summary>
internal static class RunText
{
    /// <summary>What became of a resource: its failure with command and output, or its changed text.</summary>
    public static string Of(ResourceReport report) => report.Status == ResultStatus.Failed
        ? $"{report.Resource} failed ({report.Source}): {report.Message}{Part("command", report.Command)}{Part("output", report.Output)}"
        : $"{report.Resource} {string.Join(", ", report.Actions)}{Part("", report.Diff)}";

    /// <summary>The counts of a run.</summary>
    /// <param name="report">The report.</param>
    /// <param name="isPlan">True when nothing was changed.</param>
    public static string Summary(HostReport report, bool isPlan) =>
        $"{report.Count(ResultStatus.Changed)} {(isPlan ? "would change" : "changed")}, {report.Count(ResultStatus.Unchanged)} unchanged, "
            + $"{report.Count(ResultStatus.Skipped)} skipped, {report.Count(ResultStatus.Failed)} failed";

    private static string Part(string title, string? text) =>
        string.IsNullOrEmpty(text) ? "" : $"{(title.Length > 0 ? $"\n  {title}:" : "")}\n{Indented(text)}";

    private static string Indented(string text) =>
        string.Join('\n', text.TrimEnd().Split('\n').Select(line => $"    {line}"));
}
