using System.Globalization;
using System.Text;

namespace CSharpChef.Benchmarks;

/// <summary>
/// Writes a Markdown table of medians, each also as a multiple of every lower bound.
/// </summary>
internal static class CommandRunsTable
{
    public static string Of(Scenario scenario, IReadOnlyList<CommandRuns> results)
    {
        var lowerBounds = results.SkipLast(1).ToList();
        var text = new StringBuilder($"### {scenario.Title}\n\n");
        Row(
            text,
            RunsTitle(results[0].Runs.Count),
            [
                "median ms", "min ms", "max ms", "CPU ms", "peak MB",
                .. lowerBounds.SelectMany(lowerBound => new[] { $"x {lowerBound.Command.Name}", "CPU x" }),
            ]);
        Row(text, ":---", Enumerable.Repeat("---:", 5 + (2 * lowerBounds.Count)));
        foreach (var result in results)
        {
            Row(text, result.Command.Name,
            [
                Number(result.Median, 0),
                Number(result.Min, 0),
                Number(result.Max, 0),
                Number(result.Cpu, 0),
                Number(result.PeakMegabytes, 0),
                .. lowerBounds.SelectMany(
                    lowerBound => new[]
                    {
                        Number(result.Median / lowerBound.Median, 2),
                        Number(result.Cpu / lowerBound.Cpu, 2),
                    }),
            ]);
        }

        return text.Append(scenario.Remark is null ? "" : $"\n{scenario.Remark}\n").ToString();
    }

    private static string RunsTitle(int runs) => runs == 1 ? "1 run each" : $"{runs} runs each";

    private static void Row(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.Append("| ")
            .Append(name.PadRight(20))
            .Append(" | ")
            .AppendJoin(" | ", cells.Select(cell => cell.PadLeft(9)))
            .Append(" |\n");

    private static string Number(double number, int digits) =>
        number.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
