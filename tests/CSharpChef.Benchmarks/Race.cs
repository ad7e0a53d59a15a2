namespace CSharpChef.Benchmarks;

/// <summary>
/// The runs of one contender. Contenders run in turn, so that other load of the machine affects all of them equally.
/// </summary>
internal sealed record Race(Contender Contender, IReadOnlyList<Measurement> Runs)
{
    public double Median => Middle(Runs.Select(run => run.Wall.TotalMilliseconds));

    public double Least => Runs.Min(run => run.Wall.TotalMilliseconds);

    public double Most => Runs.Max(run => run.Wall.TotalMilliseconds);

    public double Cpu => Middle(Runs.Select(run => run.Cpu.TotalMilliseconds));

    public double PeakMegabytes => Runs.Max(run => run.PeakBytes) / 1e6;

    public static IReadOnlyList<Race> Run(Scenario scenario, int runs)
    {
        var all = scenario.Contenders.ToDictionary(contender => contender, _ => new List<Measurement>());
        foreach (var contender in scenario.Contenders)
        {
            contender.Measure();
        }

        for (var i = 0; i < runs; i++)
        {
            foreach (var contender in scenario.Contenders)
            {
                all[contender].Add(contender.Measure());
            }
        }

        return [.. all.Select(pair => new Race(pair.Key, pair.Value))];
    }

    private static double Middle(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
