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
    private static readonly TimeSpan Pressing = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly Queue<Work> queue = [];
    private volatile int thread;

    public bool IsHere => Environment.CurrentManagedThreadId == thread;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (queue)
        {
            queue.Enqueue(new Work(d, state));
            Monitor.Pulse(queue);
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs until <paramref name="done"/>, or until the token stops it; the pump is of no more use then.</summary>
    public Task RunAsync(Func<bool> done, CancellationToken ct)
    {
        // Not disposed: cancelling it waits for the abort, which may never be done.
        var abort = new CancellationTokenSource();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runner = new Thread(() => Run(done, ended, abort.Token)) { IsBackground = true, Name = "recipe" };
        ct.Register(() => _ = StopAsync(runner, abort, ended));
        runner.Start();
        return ended.Task;
    }

    // An abort alone does not wake a thread that sleeps or waits.
    private static async Task StopAsync(Thread runner, CancellationTokenSource abort, TaskCompletionSource ended)
    {
        _ = Task.Run(abort.Cancel);
        await Task.Delay(Pressing);
        runner.Interrupt();
        await Task.Delay(Grace);
        ended.TrySetResult();
    }

    private void Run(Func<bool> done, TaskCompletionSource ended, CancellationToken abort)
    {
        try
        {
#pragma warning disable SYSLIB0046 // A recipe's own loop listens to no token. Its state is thrown away after an abort.
            ControlledExecution.Run(() => RunHere(done), abort);
#pragma warning restore SYSLIB0046
            ended.TrySetResult();
        }
        catch (Exception) when (abort.IsCancellationRequested)
        {
            ended.TrySetResult();
        }
        catch (Exception e)
        {
            ended.TrySetException(e);
        }
    }

    private void RunHere(Func<bool> done)
    {
        SetSynchronizationContext(this);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        thread = Environment.CurrentManagedThreadId;
        try
        {
            while (!done())
            {
                Next().Do();
            }
        }
        finally
        {
            thread = 0;
        }
    }

    private Work Next()
    {
        lock (queue)
        {
            while (queue.Count == 0)
            {
                Monitor.Wait(queue);
            }

            return queue.Dequeue();
        }
    }

    // A class: the start of a run would wait for the compiler to make a queue of structs.
    private sealed class Work(SendOrPostCallback callback, object? state)
    {
        public void Do() => callback(state);
    }
}
