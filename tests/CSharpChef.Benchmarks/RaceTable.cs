using System.Globalization;
using System.Text;

namespace CSharpChef.Benchmarks;

/// <summary>Medians side by side, each also as a multiple of every floor.</summary>
internal static class RaceTable
{
    public static string Of(Scenario scenario, IReadOnlyList<Race> races)
    {
        var floors = races.Where(race => race.Contender != scenario.Contenders[^1]).ToList();
        var text = new StringBuilder($"{scenario.Title}, {races[0].Milliseconds.Count} runs each\n");
        Row(text, "", ["median ms", "least", "most", .. floors.Select(floor => $"x {floor.Contender.Name}")]);
        foreach (var race in races)
        {
            Row(text, race.Contender.Name,
            [
                Number(race.Median, 0), Number(race.Least, 0), Number(race.Most, 0),
                .. floors.Select(floor => Number(race.Median / floor.Median, 2)),
            ]);
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.Append("  ").Append(name.PadRight(26)).AppendJoin("", cells.Select(cell => cell.PadLeft(16))).Append('\n');

    private static string Number(double number, int digits) => number.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
