namespace CSharpChef.Benchmarks;

/// <summary>
/// The ratio of two commands' times, measured pair by pair: the geometric mean and its 95 % confidence interval by
/// Student's t distribution of the logarithms.
/// </summary>
/// <param name="Mean">The geometric mean of the ratios.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end of the interval.</param>
internal sealed record PairedRatio(double Mean, double Low, double High)
{
    // The 97.5 % quantiles of Student's t distribution for 1, 2, 3, ... degrees of freedom.
    private static readonly double[] Quantiles =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
        2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
        2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <summary>The ratio of each pair (first divided by second). At least two pairs are needed.</summary>
    public static PairedRatio Of(IEnumerable<(double First, double Second)> pairs)
    {
        double[] logarithms = [.. pairs.Select(pair => Math.Log(pair.First / pair.Second))];
        var mean = logarithms.Average();
        var variance = logarithms.Sum(value => (value - mean) * (value - mean)) / (logarithms.Length - 1);
        var half = Quantiles[Math.Min(logarithms.Length - 2, Quantiles.Length - 1)]
            * Math.Sqrt(variance / logarithms.Length);
        return new PairedRatio(Math.Exp(mean), Math.Exp(mean - half), Math.Exp(mean + half));
    }
}
