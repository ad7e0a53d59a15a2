namespace CSharpChef.Converge.Runs;

/// <summary>What the state folder of a host tells of its runs.</summary>
/// <param name="Runs">The runs whose journals it keeps, the newest first.</param>
/// <param name="Pending">The notified actions that the next run of their recipe will run.</param>
internal sealed record HostRuns(IReadOnlyList<RunEntry> Runs, IReadOnlyList<PendingEntry> Pending)
{
    public static HostRuns None { get; } = new([], []);

    /// <summary>
    /// What a run left pending. What the oldest runs left, whose journals are gone, and what is of unknown origin
    /// belongs to the newest run.
    /// </summary>
    public IReadOnlyList<PendingEntry> PendingSince(RunEntry run) =>
        [.. Pending.Where(pending => run == (Runs.FirstOrDefault(other => other.Name == pending.Since) ?? Runs[0]))];
}
