namespace CSharpChef.Benchmarks;

/// <summary>
/// The measured runs of one command. The commands of a scenario run alternately, so that other load of the machine
/// affects all of them equally.
/// </summary>
internal sealed record CommandRuns(MeasuredCommand Command, IReadOnlyList<Measurement> Runs)
{
    public double Median => MedianOf(Runs.Select(run => run.Wall.TotalMilliseconds));

    public double Min => Runs.Min(run => run.Wall.TotalMilliseconds);

    public double Max => Runs.Max(run => run.Wall.TotalMilliseconds);

    public double Cpu => MedianOf(Runs.Select(run => run.Cpu.TotalMilliseconds));

    public double PeakMegabytes => Runs.Max(run => run.PeakBytes) / 1e6;

    public static IReadOnlyList<CommandRuns> Run(Scenario scenario, int runs)
    {
        var measurements = scenario.Commands.ToDictionary(command => command, _ => new List<Measurement>());
        foreach (var command in scenario.Commands)
        {
            command.Measure();
        }

        for (var i = 0; i < runs; i++)
        {
            foreach (var command in scenario.Commands)
            {
                measurements[command].Add(command.Measure());
            }
        }

        return [.. measurements.Select(pair => new CommandRuns(pair.Key, pair.Value))];
    }

    private static double MedianOf(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
