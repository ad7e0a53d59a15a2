using System.Globalization;

namespace CSharpChef.Converge.Evaluate;

/// <summary>Runs queued callbacks one after another, on one thread at a time.</summary>
internal sealed class RecipePump : SynchronizationContext
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(500);
    private readonly Queue<Work> queue = [];
    private volatile int thread;

    public bool IsOnThread => Environment.CurrentManagedThreadId == thread;

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
    /// Runs until <paramref name="isDone"/>, or until the token stops it; then the pump cannot be used again.
    /// </summary>
    public Task RunAsync(Func<bool> isDone, CancellationToken ct)
    {
        var completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runner = new Thread(() => Run(isDone, completion)) { IsBackground = true, Name = "recipe" };
        ct.Register(() => _ = StopAsync(runner, completion));
        runner.Start();
        return completion.Task;
    }

    // An interrupt wakes a thread that sleeps or waits. A thread that loops is abandoned with the lowest priority until
    // the process ends: aborting it by the runtime crashed the process in one of ten tries.
    private static async Task StopAsync(Thread runner, TaskCompletionSource ended)
    {
        runner.Priority = ThreadPriority.Lowest;
        runner.Interrupt();
        await Task.Delay(StopGrace);
        ended.TrySetResult();
    }

    private void Run(Func<bool> isDone, TaskCompletionSource ended)
    {
        try
        {
            RunCallbacks(isDone);
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

    private void RunCallbacks(Func<bool> isDone)
    {
        SetSynchronizationContext(this);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        thread = Environment.CurrentManagedThreadId;
        try
        {
            while (!isDone())
            {
                Next().Run();
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

    // A class: a queue of structs would be compiled at the start of every run.
    private sealed class Work(SendOrPostCallback callback, object? state)
    {
        public void Run() => callback(state);
    }
}
