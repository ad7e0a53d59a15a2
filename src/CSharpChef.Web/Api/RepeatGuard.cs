namespace CSharpChef.Web;

/// <summary>
/// Of two equal changes without an invocation id both may be meant, unless the first one's client hung up: then, for five minutes, the
/// second gets the first one's answer, and waits for it while the first still runs. Only success is kept.
/// </summary>
internal sealed class RepeatGuard(TimeProvider time, int most = 20_000)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock turn = new();
    private readonly Dictionary<RepeatKey, FirstCall> firsts = [];
    private readonly Queue<FirstCall> ages = [];

    /// <param name="run">Runs the call, whether its client waits or not; must not throw.</param>
    /// <param name="ct">The client hangs up.</param>
    public async Task<ApiAnswer> OnceAsync(RepeatKey key, Func<Task<ApiAnswer>> run, CancellationToken ct)
    {
        var (first, isNew) = Find(key);
        if (isNew)
        {
            _ = RunAsync(first, run);
        }

        try
        {
            return await first.Answer.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            Owe(first);
            throw;
        }
    }

    private (FirstCall First, bool IsNew) Find(RepeatKey key)
    {
        lock (turn)
        {
            Forget();
            if (firsts.TryGetValue(key, out var earlier) && earlier.IsOwed)
            {
                earlier.IsOwed = false;
                return (earlier, false);
            }

            var first = new FirstCall(key, time.GetUtcNow());
            firsts[key] = first;
            ages.Enqueue(first);
            return (first, true);
        }
    }

    private void Forget()
    {
        while (ages.TryPeek(out var oldest) && (ages.Count > most || (oldest.Answer.IsCompleted && time.GetUtcNow() - oldest.Began > Window)))
        {
            Drop(ages.Dequeue());
        }
    }

    private async Task RunAsync(FirstCall first, Func<Task<ApiAnswer>> run)
    {
        var answer = await run();
        if (answer.Code is not null)
        {
            lock (turn)
            {
                Drop(first);
            }
        }

        first.Done(answer);
    }

    private void Owe(FirstCall first)
    {
        lock (turn)
        {
            first.IsOwed = true;
        }
    }

    // The key may be another's by now.
    private void Drop(FirstCall first)
    {
        if (firsts.TryGetValue(first.Key, out var kept) && kept == first)
        {
            firsts.Remove(first.Key);
        }
    }
}
