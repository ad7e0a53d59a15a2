namespace CSharpChef.Converge.Discover;

/// <summary>
/// The time for the facts of a host: 30 seconds until their program begins, counted from the last byte that the host
/// accepted; then two minutes until it has printed them.
/// </summary>
internal sealed class DiscoveryTimeLimit : IDisposable
{
    public static readonly TimeSpan ToBegin = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan ToEnd = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource timeout;
    private readonly CancellationTokenSource either;
    private bool hasBegun;

    public DiscoveryTimeLimit(TimeProvider clock, CancellationToken ct)
    {
        timeout = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        Token = either.Token;
    }

    /// <summary>Cancelled when the time is up, or when the caller cancels.</summary>
    public CancellationToken Token { get; }

    public bool IsOver => timeout.IsCancellationRequested;

    /// <summary>The time that counts now.</summary>
    public TimeSpan Time => hasBegun ? ToEnd : ToBegin;

    /// <summary>The host has accepted input.</summary>
    public void Accepted()
    {
        if (!hasBegun)
        {
            timeout.CancelAfter(ToBegin);
        }
    }

    /// <summary>The program has begun to print facts.</summary>
    public void Begun()
    {
        hasBegun = true;
        timeout.CancelAfter(ToEnd);
    }

    public void Dispose()
    {
        either.Dispose();
        timeout.Dispose();
    }
}
