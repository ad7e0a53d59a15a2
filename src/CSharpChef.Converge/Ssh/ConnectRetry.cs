using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh;

/// <summary>
/// Connects again, with growing pauses, when a server closes the connection before the login: it does so while too
/// many clients connect at once.
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

    /// <summary>Doubles each time, and varies so that clients dropped together do not return together.</summary>
    public static TimeSpan Pause(int attempt, double chance) => firstPause * Math.Pow(2, attempt - 1) * (0.5 + chance);
}
