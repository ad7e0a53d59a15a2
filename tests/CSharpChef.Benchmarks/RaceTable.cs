using System.Globalization;
using System.Text;

namespace CSharpChef.Benchmarks;

/// <summary>
/// Writes a Markdown table of medians, each also as a multiple of every lower bound.
/// </summary>
internal static class RaceTable
{
    public static string Of(Scenario scenario, IReadOnlyList<Race> races)
    {
        var floors = races.SkipLast(1).ToList();
        var text = new StringBuilder($"### {scenario.Title}\n\n");
        Row(text, $"{races[0].Runs.Count} runs each", ["median ms", "least", "most", "CPU ms", "peak MB", .. floors
            .SelectMany(floor => new[] { $"x {floor.Contender.Name}", "CPU x" })]);
        Row(text, ":---", Enumerable.Repeat("---:", 5 + (2 * floors.Count)));
        foreach (var race in races)
        {
            Row(text, race.Contender.Name,
            [
                Number(race.Median, 0), Number(
                    race.Least,
                    0), Number(race.Most, 0), Number(race.Cpu, 0), Number(race.PeakMegabytes, 0),
                .. floors.SelectMany(
                    floor => new[] { Number(race.Median / floor.Median, 2), Number(race.Cpu / floor.Cpu, 2) }),
            ]);
        }

        return text.Append(scenario.Remark is null ? "" : $"\n{scenario.Remark}\n").ToString();
    }

    private static void Row(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.Append("| ")
            .Append(name.PadRight(20))
            .Append(" | ")
            .AppendJoin(" | ", cells.Select(cell => cell.PadLeft(9)))
            .Append(" |\n");

    private static string Number(double number, int digits) =>
        number.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
