using System.Globalization;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Runs what recipes do on one thread at a time that nobody has to wait for: a recipe may loop for ever, or wait for
/// what never comes, and the run must go on to say so.
/// </summary>
internal sealed class RecipePump : SynchronizationContext
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);
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

    /// <summary>
    /// Runs until <paramref name="done"/>, or until the token stops it; the pump is of no more use then.
    /// </summary>
    public Task RunAsync(Func<bool> done, CancellationToken ct)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runner = new Thread(() => Run(done, ended)) { IsBackground = true, Name = "recipe" };
        ct.Register(() => _ = StopAsync(runner, ended));
        runner.Start();
        return ended.Task;
    }

    // An interrupt wakes a thread that sleeps or waits. One that loops is left to itself, last in line for a processor,
    // until the process ends: the runtime's way to abort it has crashed the process in one of ten tries.
    private static async Task StopAsync(Thread runner, TaskCompletionSource ended)
    {
        runner.Priority = ThreadPriority.Lowest;
        runner.Interrupt();
        await Task.Delay(Grace);
        ended.TrySetResult();
    }

    private void Run(Func<bool> done, TaskCompletionSource ended)
    {
        try
        {
            RunHere(done);
            ended.TrySetResult();
        }
        catch (ThreadInterruptedException)
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
