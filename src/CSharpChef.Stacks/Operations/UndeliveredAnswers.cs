namespace CSharpChef.Stacks.Operations;

/// <summary>
/// Answers of this process to changes without an invocation id, as AWS CLI 2 sends them, whose clients disconnected.
/// Two equal changes without an id may both be intended, unless the client of the first one disconnected: then, for
/// five minutes, the second gets the answer of the first, and waits for it while the first is running. Answers to calls
/// with an invocation id are stored, see <see cref="RepeatedCall"/>.
/// </summary>
/// <param name="isSuccess">True for a successful answer; other answers are not kept.</param>
/// <param name="limit">The number of answers that are kept at most.</param>
internal sealed class UndeliveredAnswers<TAnswer>(
    TimeProvider time, Func<TAnswer, bool> isSuccess, int limit = 20_000)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, UndeliveredAnswer<TAnswer>> answers = [];

    /// <param name="key">Equal for equal calls, see <see cref="RepeatedCall.KeyOf"/>.</param>
    /// <param name="change">Makes the change, also when its client disconnects; must not throw.</param>
    /// <param name="ct">Cancelled when the client disconnects.</param>
    public async Task<TAnswer> OnceAsync(string key, Func<Task<TAnswer>> change, CancellationToken ct)
    {
        var call = Take(key) is { } earlier && !await earlier.HasFailedAsync(isSuccess)
            ? earlier
            : new UndeliveredAnswer<TAnswer>(change(), time.GetUtcNow());
        try
        {
            return await call.Answer.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            Keep(key, call);
            throw;
        }
    }

    private UndeliveredAnswer<TAnswer>? Take(string key)
    {
        lock (gate)
        {
            RemoveExpired();
            return answers.Remove(key, out var call) ? call : null;
        }
    }

    private void Keep(string key, UndeliveredAnswer<TAnswer> call)
    {
        lock (gate)
        {
            answers.Remove(key);
            answers.Add(key, call);
            RemoveExpired();
        }
    }

    private void RemoveExpired()
    {
        while (answers.Count > limit
            || (answers.Count > 0 && answers.GetAt(0).Value.IsOlderThan(time.GetUtcNow() - Kept)))
        {
            answers.RemoveAt(0);
        }
    }
}
