using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

/// <summary>
/// Limits the wait for the first answer of a host to 30 seconds after the host accepted the last byte of our input. A
/// start file that reads the input, or a second question of sudo, would keep us waiting without end. A program that has
/// begun is not limited.
/// </summary>
internal sealed class FirstAnswer : IDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource either;
    private readonly CancellationToken ct;

    private readonly string advice;

    /// <param name="clock">Measures the time.</param>
    /// <param name="ssh">The command with which a person can log in.</param>
    /// <param name="usesSudo">True when sudo starts the shell.</param>
    /// <param name="ct">Cancels the wait.</param>
    public FirstAnswer(TimeProvider clock, string ssh, bool usesSudo, CancellationToken ct)
    {
        this.ct = ct;
        advice = "A start file of the login shell (such as ~/.bashrc) must not read its input"
            + $"{(usesSudo ? ", and sudo must not ask a second question" : "")}. Try it by hand: {ssh} 'exec /bin/sh -s'";
        limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        Token = either.Token;
    }

    /// <summary>Cancelled when the time is up, or when the caller cancels.</summary>
    public CancellationToken Token { get; }

    /// <summary>Starts the time, now that the host has accepted our input, or more of it.</summary>
    public void BeginWait() => limit.CancelAfter(Limit);

    /// <summary>Waits until one of the streams has more to look at.</summary>
    /// <param name="streams">What the host prints.</param>
    /// <param name="accepted">What the host has accepted, for the error.</param>
    /// <param name="input">Its text, of which the error shows nothing.</param>
    /// <exception cref="ConnectionException">The time is up.</exception>
    public async Task WaitAsync(PrintedStreams streams, string accepted, string input)
    {
        try
        {
            await streams.NextAsync().WaitAsync(Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            var printed = Excerpt.Of(streams.Text, input);
            throw new ConnectionException(ConnectionFailure.NoAnswer,
                $"the machine accepted {accepted} and gave no answer within {Limit.TotalSeconds:0} s; "
                + (printed.Length > 0 ? $"it printed:{printed}" : "it printed nothing")
                + $"\n{advice}");
        }
    }

    public void Dispose()
    {
        either.Dispose();
        limit.Dispose();
    }
}
