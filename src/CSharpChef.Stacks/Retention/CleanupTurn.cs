using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Retention;

/// <summary>
/// Decides whether a cleanup may run. A clock that jumped far ahead would make it delete all records as expired, so
/// after a long time without a cleanup it first waits for a day in which servers run and somebody may notice. The store
/// keeps the running time that has passed, over restarts and on all servers of a cluster.
/// </summary>
internal sealed class CleanupTurn(TimeProvider clock)
{
    /// <summary>The time between two turns.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);
    private static readonly TimeSpan Caution = TimeSpan.FromHours(24);

    private readonly long start = clock.GetTimestamp();

    /// <returns>How long the cleanup still waits, in whole minutes; null when it may run.</returns>
    public Task<TimeSpan?> WaitAsync(DocumentStore store, CancellationToken ct) => store.WriteAsync(WaitAsync, ct);

    private async Task<TimeSpan?> WaitAsync(StoreSession session)
    {
        if (await CleanupNotes.LastAsync(session) is not { } last || session.Now - last <= LongestPause)
        {
            await CleanupNotes.RemoveWaitAsync(session);
            return null;
        }

        var waited = await CleanupNotes.WaitAsync(session) is { } wait
            ? wait.Passed + SinceTurn(session.Now - wait.At)
            : TimeSpan.Zero;
        await CleanupNotes.NoteWaitAsync(session, waited);
        return waited < Caution ? Caution - waited : null;
    }

    // The clock may have jumped since the last turn, and the server may have been stopped.
    private TimeSpan SinceTurn(TimeSpan time)
    {
        var running = new[] { time, clock.GetElapsedTime(start), Period }.Min();
        return TimeSpan.FromMinutes(Math.Max(0, Math.Round(running.TotalMinutes)));
    }
}
