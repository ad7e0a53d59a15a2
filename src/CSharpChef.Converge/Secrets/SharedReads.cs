using System.Collections.Concurrent;

namespace CSharpChef.Converge.Secrets;

/// <summary>
/// Reads each value once: callers that ask for it meanwhile wait for the same read, and later ones get its result or
/// its error. A read is cancelled when all that wait for it have been, and the next caller begins it again.
/// </summary>
/// <param name="read">Reads the value of a name.</param>
internal sealed class SharedReads<TName, T>(Func<TName, CancellationToken, Task<T>> read)
    where TName : notnull
{
    private readonly ConcurrentDictionary<TName, SharedRead> reads = new();

    public async Task<T> ReadAsync(TName name, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var shared = reads.GetOrAdd(name, key => new SharedRead(token => read(key, token)));
            if (shared.Join() is { } value)
            {
                return await shared.WaitAsync(value, ct);
            }

            reads.TryRemove(KeyValuePair.Create(name, shared));
        }
    }

    private sealed class SharedRead(Func<CancellationToken, Task<T>> begin) : IDisposable
    {
        private readonly Lock gate = new();
        private readonly CancellationTokenSource abandoned = new();
        private Task<T>? value;
        private int waiting;

        /// <summary>The read to wait for; null when it was cancelled.</summary>
        public Task<T>? Join()
        {
            lock (gate)
            {
                if (abandoned.IsCancellationRequested)
                {
                    return null;
                }

                waiting++;
                return value ??= Task.Run(BeginAsync);
            }
        }

        public async Task<T> WaitAsync(Task<T> joined, CancellationToken ct)
        {
            try
            {
                return await joined.WaitAsync(ct);
            }
            finally
            {
                Leave(joined);
            }
        }

        public void Dispose() => abandoned.Dispose();

        private async Task<T> BeginAsync()
        {
            using var ended = this;
            return await begin(abandoned.Token);
        }

        private void Leave(Task<T> left)
        {
            lock (gate)
            {
                if (--waiting == 0 && !left.IsCompleted)
                {
                    abandoned.Cancel();
                }
            }
        }
    }
}
