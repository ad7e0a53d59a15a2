using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime;

namespace CSharpChef.Converge;

/// <summary>
/// Runs what recipes do on one thread at a time, that can be stopped: a recipe may loop for ever, or wait for what never
/// comes, and the run must go on to say so.
/// </summary>
internal sealed class RecipePump : SynchronizationContext
{
    // A thread that does not even end when it is aborted (it is in native code) is left behind.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> queue = [];
    private volatile int thread;

    public bool IsHere => Environment.CurrentManagedThreadId == thread;

    public override void Post(SendOrPostCallback d, object? state) => queue.Add((d, state));

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs until <paramref name="done"/>. False when the token ended it first; the pump is of no more use then.</summary>
    public async Task<bool> RunAsync(Func<bool> done, CancellationToken ct)
    {
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var giveUp = ct.Register(() => _ = Task.Delay(Grace, CancellationToken.None)
            .ContinueWith(_ => ended.TrySetResult(false), TaskScheduler.Default));
        new Thread(() => End(ended, () => Run(done, ct)), maxStackSize: 0) { IsBackground = true, Name = "recipe" }.Start();
        return await ended.Task;
    }

    private static void End(TaskCompletionSource<bool> ended, Func<bool> run)
    {
        try
        {
            ended.TrySetResult(run());
        }
        catch (Exception e)
        {
            ended.TrySetException(e);
        }
    }

    private bool Run(Func<bool> done, CancellationToken ct)
    {
        try
        {
#pragma warning disable SYSLIB0046 // A recipe's own loop listens to no token. Its state is thrown away after an abort.
            ControlledExecution.Run(() => RunHere(done, ct), ct);
#pragma warning restore SYSLIB0046
            return true;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private void RunHere(Func<bool> done, CancellationToken ct)
    {
        SetSynchronizationContext(this);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        thread = Environment.CurrentManagedThreadId;
        try
        {
            while (!done())
            {
                var (callback, state) = queue.Take(ct);
                callback(state);
            }
        }
        finally
        {
            thread = 0;
        }
    }
}
