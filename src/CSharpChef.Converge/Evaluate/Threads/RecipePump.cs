using System.Globalization;

namespace CSharpChef.Converge.Evaluate.Threads;

/// <summary>Runs queued callbacks one after another, on one thread at a time.</summary>
internal sealed class RecipePump : SynchronizationContext
{
    private readonly Queue<Work> queue = [];
    private readonly object turns = new();
    private volatile int thread;
    private volatile bool isClosed;
    private volatile PumpRun? current;
    private Thread? suspended;

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
    /// Runs until <paramref name="isDone"/>, or until a callback suspends the run, or until the token stops it; then
    /// the pump cannot be used again. A suspended run continues on its thread, with its own end.
    /// </summary>
    public Task RunAsync(Func<bool> isDone, CancellationToken ct)
    {
        var run = Begin(isDone);
        ct.Register(() => _ = run.StopAsync());
        return run.Completion;
    }

    /// <summary>
    /// Ends the current run from inside a callback, whose thread waits here for the next run. Only callbacks call this.
    /// </summary>
    /// <exception cref="ThreadInterruptedException">There will be no next run.</exception>
    public void Suspend()
    {
        lock (turns)
        {
            suspended = Thread.CurrentThread;
            current!.End();
            while (suspended is not null && !isClosed)
            {
                Monitor.Wait(turns);
            }
        }

        if (isClosed)
        {
            throw new ThreadInterruptedException("the evaluation of the recipe has ended");
        }
    }

    /// <summary>Ends the callbacks of a suspended run, which no further run will continue.</summary>
    public void Close()
    {
        lock (turns)
        {
            isClosed = true;
            Monitor.Pulse(turns);
        }
    }

    private PumpRun Begin(Func<bool> isDone)
    {
        lock (turns)
        {
            var resumed = suspended;
            var runner = resumed ?? new Thread(() => Run(isDone)) { IsBackground = true, Name = "recipe" };
            current = new PumpRun(runner);
            suspended = null;
            if (resumed is null)
            {
                runner.Start();
            }

            Monitor.Pulse(turns);
            return current;
        }
    }

    private void Run(Func<bool> isDone)
    {
        try
        {
            RunCallbacks(isDone);
            current!.End();
        }
        catch (ThreadInterruptedException)
        {
            current!.End();
        }
        catch (Exception e)
        {
            current!.Fail(e);
        }
    }

    private void RunCallbacks(Func<bool> isDone)
    {
        SetSynchronizationContext(this);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        thread = Environment.CurrentManagedThreadId;
        try
        {
            while (!isClosed && !isDone())
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
