namespace CSharpChef.Web;

/// <summary>
/// Every client sends a call again whose answer was lost, and the API has no token that says so. For five minutes the second of two
/// equal calls gets the first one's answer; while the first runs, the second waits for it. Only success is kept.
/// </summary>
internal sealed class RepeatGuard(TimeProvider time, int most = 20_000)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock turn = new();
    private readonly Dictionary<RepeatKey, First> firsts = [];
    private readonly Queue<First> ages = [];

    /// <param name="run">Runs the call; must not throw.</param>
    public Task<ApiAnswer> OnceAsync(RepeatKey key, Func<Task<ApiAnswer>> run)
    {
        First first;
        lock (turn)
        {
            Forget();
            if (firsts.TryGetValue(key, out var earlier))
            {
                return earlier.Answer;
            }

            first = new First(key, time.GetUtcNow());
            firsts.Add(key, first);
            ages.Enqueue(first);
        }

        return RunAsync(first, run);
    }

    private async Task<ApiAnswer> RunAsync(First first, Func<Task<ApiAnswer>> run)
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
        return answer;
    }

    private void Forget()
    {
        while (ages.TryPeek(out var oldest) && (ages.Count >= most || (oldest.Answer.IsCompleted && time.GetUtcNow() - oldest.Began > Window)))
        {
            Drop(ages.Dequeue());
        }
    }

    // The key may be another's by now.
    private void Drop(First first)
    {
        if (firsts.TryGetValue(first.Key, out var kept) && kept == first)
        {
            firsts.Remove(first.Key);
        }
    }

    private sealed class First(RepeatKey key, DateTimeOffset began)
    {
        private readonly TaskCompletionSource<ApiAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public RepeatKey Key => key;

        public DateTimeOffset Began => began;

        public Task<ApiAnswer> Answer => answer.Task;

        public void Done(ApiAnswer value) => answer.SetResult(value);
    }
}
