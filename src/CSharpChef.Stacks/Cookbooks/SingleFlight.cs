using System.Collections.Concurrent;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>Does the same work once for all who ask for it at the same time.</summary>
internal sealed class SingleFlight<T>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> flights = new(StringComparer.Ordinal);

    /// <param name="key">Tells which work is the same.</param>
    /// <param name="work">The work. It goes on when those who ask stop waiting.</param>
    /// <param name="ct">Ends the wait of this caller.</param>
    public async Task<T> RunAsync(string key, Func<Task<T>> work, CancellationToken ct)
    {
        var flight = flights.GetOrAdd(key, _ => new Lazy<Task<T>>(() => Task.Run(work)));
        try
        {
            return await flight.Value.WaitAsync(ct);
        }
        finally
        {
            if (flight.Value.IsCompleted)
            {
                flights.TryRemove(KeyValuePair.Create(key, flight));
            }
        }
    }
}
