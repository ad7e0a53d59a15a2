namespace CSharpChef.Web.Api;

/// <summary>
/// Of two equal changes without an invocation id both may be meant, unless the first one's client hung up: then, for
/// five minutes, the second gets the first one's answer, and waits for it while the first still runs. Only success is
/// kept.
/// </summary>
internal sealed class RepeatGuard(TimeProvider time, int most = 20_000)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock turn = new();
    private readonly OrderedDictionary<RepeatKey, OwedAnswer> owed = [];

    /// <param name="run">Runs the call, whether its client waits or not; must not throw.</param>
    /// <param name="ct">The client hangs up.</param>
    public async Task<ApiAnswer> OnceAsync(RepeatKey key, Func<Task<ApiAnswer>> run, CancellationToken ct)
    {
        var call = Take(key) is { } earlier && !await earlier.HasFailedAsync()
            ? earlier
            : new OwedAnswer(run(), time.GetUtcNow());
        try
        {
            return await call.Answer.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            Owe(key, call);
            throw;
        }
    }

    private OwedAnswer? Take(RepeatKey key)
    {
        lock (turn)
        {
            Forget();
            return owed.Remove(key, out var call) ? call : null;
        }
    }

    private void Owe(RepeatKey key, OwedAnswer call)
    {
        lock (turn)
        {
            owed.Remove(key);
            owed.Add(key, call);
            Forget();
        }
    }

    private void Forget()
    {
        while (owed.Count > most || (owed.Count > 0 && owed.GetAt(0).Value.IsOlderThan(time.GetUtcNow() - Window)))
        {
            owed.RemoveAt(0);
        }
    }
}
