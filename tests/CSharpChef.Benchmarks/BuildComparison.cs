using System.Globalization;
using System.Text;

namespace CSharpChef.Benchmarks;

/// <summary>
/// Compares two builds of csharpchef: they run the commands of a scenario in turn, and the ratio is taken pair by pair.
/// </summary>
internal static class BuildComparison
{
    /// <summary>Measures the commands of a scenario that run csharpchef, and writes a Markdown table.</summary>
    /// <param name="scenario">A scenario of the first build.</param>
    /// <param name="binary">The csharpchef of the first build.</param>
    /// <param name="other">The csharpchef of the second build.</param>
    /// <param name="runs">The number of pairs, at least 2.</param>
    public static string Table(Scenario scenario, string binary, string other, int runs)
    {
        var text = new StringBuilder($"### {scenario.Title}: {runs} pairs\n\n")
            .Append("| command | ms | other ms | ratio | 95 % interval | CPU ratio | 95 % interval |\n")
            .Append("| :--- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var command in scenario.Commands.Where(command => command.Command[0] == binary))
        {
            text.Append(Row(command, command with { Command = [other, .. command.Command.Skip(1)] }, runs));
        }

        return text.ToString();
    }

    private static string Row(MeasuredCommand first, MeasuredCommand second, int runs)
    {
        var (own, other) = Measure(first, second, runs);
        var pairs = own.Runs.Zip(other.Runs).ToList();
        var wall = PairedRatio.Of(
            pairs.Select(pair => (pair.First.Wall.TotalMilliseconds, pair.Second.Wall.TotalMilliseconds)));
        var cpu = PairedRatio.Of(
            pairs.Select(pair => (pair.First.Cpu.TotalMilliseconds, pair.Second.Cpu.TotalMilliseconds)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {first.Name} | {own.Median:F0} | {other.Median:F0} | {wall.Mean:F3} | {wall.Low:F3} to {wall.High:F3} | {cpu.Mean:F3} | {cpu.Low:F3} to {cpu.High:F3} |\n");
    }

    private static (CommandRuns First, CommandRuns Second) Measure(
        MeasuredCommand first, MeasuredCommand second, int runs)
    {
        first.Measure();
        second.Measure();
        var (firstRuns, secondRuns) = (new List<Measurement>(), new List<Measurement>());
        (MeasuredCommand Command, List<Measurement> Runs)[] order = [(first, firstRuns), (second, secondRuns)];
        for (var i = 0; i < runs; i++)
        {
            foreach (var (command, measurements) in order)
            {
                measurements.Add(command.Measure());
            }

            // The order alternates, because the second of two runs may find a warmer machine.
            Array.Reverse(order);
        }

        return (new CommandRuns(first, firstRuns), new CommandRuns(second, secondRuns));
    }
}
