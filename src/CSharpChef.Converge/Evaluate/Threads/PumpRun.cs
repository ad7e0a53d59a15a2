namespace CSharpChef.Converge.Evaluate.Threads;

/// <summary>One run of the callbacks of a pump: it ends by itself, or is stopped, whichever comes first.</summary>
internal sealed class PumpRun(Thread thread)
{
    private const int Running = 0;
    private const int Ended = 1;
    private const int Stopped = 2;

    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(500);
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state = Running;

    public Task Completion => completion.Task;

    public void End()
    {
        Interlocked.CompareExchange(ref state, Ended, Running);
        completion.TrySetResult();
    }

    public void Fail(Exception error)
    {
        Interlocked.CompareExchange(ref state, Ended, Running);
        completion.TrySetException(error);
    }

    // An interrupt wakes a thread that sleeps or waits. A thread that loops is abandoned with the lowest priority until
    // the process ends: aborting it by the runtime crashed the process in one of ten tries. A thread whose run has
    // ended is not interrupted: it may wait for the next run.
    public async Task StopAsync()
    {
        if (Interlocked.CompareExchange(ref state, Stopped, Running) != Running)
        {
            return;
        }

        thread.Priority = ThreadPriority.Lowest;
        thread.Interrupt();
        await Task.Delay(StopGrace);
        completion.TrySetResult();
    }
}
