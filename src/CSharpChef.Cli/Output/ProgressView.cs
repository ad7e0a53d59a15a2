namespace CSharpChef.Cli.Output;

/// <summary>A snapshot of a run.</summary>
internal sealed record ProgressView(
    IReadOnlyList<ProgressRow> Rows, int Running, int Waiting, int Done, int Failed, TimeSpan Elapsed)
{
    /// <summary>The recipe that is compiled now, and since when; null when none is.</summary>
    public ProgressRow? Compiling { get; init; }

    /// <summary>The host whose current step takes longest, and the time of that step; null when no host runs.</summary>
    public ProgressRow? Slowest { get; init; }

    /// <summary>The hosts that are asked for their facts.</summary>
    public IReadOnlyList<ProgressRow> AskingFacts { get; init; } = [];

    public string Counts =>
        $"{Running} running{(Running > Rows.Count ? $" ({Running - Rows.Count} not shown)" : "")}, {Waiting} waiting, {Done} done, {Failed} failed"
        + $"  {ProgressRow.Time(Elapsed)}{SlowestStep}";

    /// <summary>One line: how many hosts are done, and the slowest step with its time.</summary>
    public string Line => Compiling is { } recipe
        ? $"Compiling {recipe.Host}  {recipe.Seconds}"
        : $"{Done + Failed} of {Plural.Of(Done + Failed + Running + Waiting, "host")} done"
            + (Failed > 0 ? $", {Failed} failed" : "") + SlowestStep;

    private string SlowestStep => Slowest is { } row ? $"  slowest: {row.Host}  {row.Doing}  {row.Seconds}" : "";
}
