using System.Runtime.ExceptionServices;

namespace CSharpChef.Converge.Evaluate.Threads;

/// <summary>
/// Runs the code of scripts on a thread of its own, and stops it when its time is used up. Nobody has to wait for that
/// thread, so a script may loop without end and the program still goes on to report it.
/// </summary>
/// <param name="limit">The time of all runs together.</param>
/// <param name="clock">Measures that time.</param>
/// <param name="place">Returns the place of the script in the stack of the thread that calls it.</param>
internal sealed class RecipeRunner(TimeSpan limit, TimeProvider clock, Func<string?> place)
{
    private readonly RecipePump pump = new();
    private TimeSpan used;
    private volatile bool stopped;

    public bool IsOnThread => pump.IsOnThread;

    /// <summary>True after a run was stopped before it was done.</summary>
    public bool IsStopped => stopped;

    /// <summary>The file and line at which the script was stopped; null when they are not known.</summary>
    public string? StoppedAt { get; private set; }

    /// <summary>Queues work for the thread; it is done in the next run.</summary>
    public void Post(Action work) => pump.Post(_ => work(), null);

    /// <summary>
    /// Ends the current run, and lets the thread of the script wait for the next one. Only the script's thread may call
    /// this.
    /// </summary>
    public void Suspend() => pump.Suspend();

    /// <summary>Ends a script that is suspended. It cannot run again.</summary>
    public void Close() => pump.Close();

    /// <summary>
    /// Runs the queued work until <paramref name="isDone"/>, until it is suspended, or until the time limit or the
    /// token stops it.
    /// </summary>
    public async Task RunAsync(Func<bool> isDone, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(Positive(limit - used), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        AppDomain.CurrentDomain.FirstChanceException += NoteInterrupt;
        try
        {
            await pump.RunAsync(isDone, stop.Token);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= NoteInterrupt;
        }

        used += clock.GetElapsedTime(started);
        stopped = stop.IsCancellationRequested;
    }

    private void NoteInterrupt(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (e.Exception is ThreadInterruptedException && IsOnThread)
        {
            StoppedAt ??= place();
        }
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(1);
}
