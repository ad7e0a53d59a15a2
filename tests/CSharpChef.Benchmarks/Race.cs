namespace CSharpChef.Benchmarks;

/// <summary>
/// The times of one contender. Contenders take turns, so that what else the machine does falls on all of them alike.
/// </summary>
internal sealed record Race(Contender Contender, IReadOnlyList<double> Milliseconds)
{
    public double Median => Milliseconds.Order().ElementAt(Milliseconds.Count / 2);

    public double Least => Milliseconds.Min();

    public double Most => Milliseconds.Max();

    public static IReadOnlyList<Race> Run(Scenario scenario, int runs)
    {
        var times = scenario.Contenders.ToDictionary(contender => contender, _ => new List<double>());
        foreach (var contender in scenario.Contenders)
        {
            contender.Measure();
        }

        for (var i = 0; i < runs; i++)
        {
            foreach (var contender in scenario.Contenders)
            {
                times[contender].Add(contender.Measure().TotalMilliseconds);
            }
        }

        return [.. times.Select(pair => new Race(pair.Key, pair.Value))];
    }
}
