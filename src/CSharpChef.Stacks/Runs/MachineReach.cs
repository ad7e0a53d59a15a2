using CSharpChef.Converge.Errors;

namespace CSharpChef.Stacks.Runs;

/// <summary>
/// Connects to a machine before a command runs on it, also when the machine or the way to it is away for a moment.
/// </summary>
internal static class MachineReach
{
    /// <summary>How long the machine may be away.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private static readonly ConnectionFailure[] Passing =
    [
        ConnectionFailure.Unreachable, ConnectionFailure.TimedOut, ConnectionFailure.Dropped,
        ConnectionFailure.NoAnswer,
    ];

    /// <param name="connect">Tries to connect.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="note">Hears why it is tried again.</param>
    /// <param name="cancel">Cancels the command.</param>
    /// <param name="ct">Ends the server.</param>
    /// <exception cref="ConnectionException">The machine was not reached in time, or has refused the login.</exception>
    public static async Task ConnectAsync(
        Func<CancellationToken, Task> connect, TimeProvider clock, Action<string> note, CancellationToken cancel,
        CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, ct);
        var start = clock.GetTimestamp();
        var told = "";
        while (true)
        {
            try
            {
                await connect(ct);
                return;
            }
            catch (ConnectionException e) when (
                Passing.Contains(e.Failure) && clock.GetElapsedTime(start) < Longest && !end.IsCancellationRequested)
            {
                if (told != e.Message)
                {
                    note($"{e.Message} The server tries for {Longest.TotalMinutes:0} minutes.");
                    told = e.Message;
                }

                await Task.Delay(Pause, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
