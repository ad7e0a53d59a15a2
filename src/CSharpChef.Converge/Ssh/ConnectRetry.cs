using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh;

/// <summary>
/// Tries again, later and later, when a server hung up on us before we were in: it does so while too many others knock.
/// </summary>
internal static class ConnectRetry
{
    private const int Attempts = 5;

    private static readonly TimeSpan firstPause = TimeSpan.FromMilliseconds(250);

    public static async Task<T> RunAsync<T>(Func<Task<T>> connect, TimeProvider time, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await connect();
            }
            catch (ConnectionException e) when (e.Failure == ConnectionFailure.Dropped && attempt < Attempts)
            {
                await Task.Delay(Pause(attempt, Random.Shared.NextDouble()), time, ct);
            }
        }
    }

    /// <summary>Twice as long each time, and never the same for all who were dropped together.</summary>
    public static TimeSpan Pause(int attempt, double chance) => firstPause * Math.Pow(2, attempt - 1) * (0.5 + chance);
}
