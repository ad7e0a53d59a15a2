using System.Collections.Concurrent;

namespace CSharpChef.TestSupport.Stacks.Providers;

/// <summary>What happens to the next calls of a provider: failures, lost answers and delays that a test ends.</summary>
internal sealed class ProviderFaults
{
    private readonly ConcurrentDictionary<ProviderCall, ConcurrentQueue<Exception>> failures = new();
    private readonly ConcurrentDictionary<ProviderCall, ConcurrentQueue<Exception>> lostAnswers = new();
    private readonly ConcurrentDictionary<ProviderCall, ConcurrentQueue<HeldCall>> held = new();

    /// <summary>Lets the next such call fail before it does anything.</summary>
    public void Fail(ProviderCall call, Exception error) => Queue(failures, call).Enqueue(error);

    /// <summary>Lets the next such call do its work and fail afterwards, as when its answer is lost.</summary>
    public void LoseAnswer(ProviderCall call, Exception? error = null) =>
        Queue(lostAnswers, call).Enqueue(error ?? new IOException("The connection was closed before the answer came."));

    /// <summary>Lets the next such call wait before it does anything.</summary>
    public HeldCall Hold(ProviderCall call)
    {
        var heldCall = new HeldCall();
        Queue(held, call).Enqueue(heldCall);
        return heldCall;
    }

    public async Task<T> RunAsync<T>(ProviderCall call, Func<T> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Queue(held, call).TryDequeue(out var heldCall))
        {
            await heldCall.WaitAsync(ct);
        }

        if (Queue(failures, call).TryDequeue(out var error))
        {
            throw error;
        }

        var result = work();
        return Queue(lostAnswers, call).TryDequeue(out var lost) ? throw lost : result;
    }

    private static ConcurrentQueue<T> Queue<T>(
        ConcurrentDictionary<ProviderCall, ConcurrentQueue<T>> queues, ProviderCall call) =>
        queues.GetOrAdd(call, _ => new());
}
