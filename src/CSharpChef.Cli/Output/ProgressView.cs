namespace CSharpChef.Cli.Output;

/// <summary>A snapshot of a run on many hosts.</summary>
internal sealed record ProgressView(
    IReadOnlyList<ProgressRow> Rows, int Running, int Waiting, int Done, int Failed, TimeSpan Elapsed)
{
    public string Counts =>
        $"{Running} running{(Running > Rows.Count ? $" ({Running - Rows.Count} not shown)" : "")}, {Waiting} waiting, {Done} done, {Failed} failed"
            +
        $"  {ProgressRow.Time(Elapsed)}";
}
