using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Budgets;

/// <summary>
/// A connection of a client, which is unknown until it makes a call with a valid credential. An unknown one is closed
/// when none of its requests was answered for a time, or when its time has passed while others wait for its place.
/// </summary>
internal sealed class ClientConnection : IDisposable
{
    private readonly TimeSpan longestSilence;
    private readonly Action close;
    private readonly ITimer silence;
    private volatile ClientShare? place;
    private volatile bool isKnown;

    /// <param name="longestSilence">The time after which an unknown connection without an answer is closed.</param>
    /// <param name="time">The clock.</param>
    /// <param name="close">Closes the connection; it must not throw.</param>
    public ClientConnection(TimeSpan longestSilence, TimeProvider time, Action close)
    {
        this.longestSilence = longestSilence;
        this.close = close;
        silence = time.CreateTimer(_ => close(), null, longestSilence, Timeout.InfiniteTimeSpan);
    }

    public bool IsKnown => isKnown;

    /// <summary>The connection of a request; null where its connections are not limited.</summary>
    public static ClientConnection? Of(HttpContext http) => http.Features.Get<ClientConnection>();

    /// <summary>Waits until an unknown connection may be served.</summary>
    /// <param name="unknown">The places of the unknown connections that are served.</param>
    /// <param name="network">The network of the client.</param>
    /// <param name="units">What the connection counts as.</param>
    /// <param name="ct">Cancelled when the connection is closed.</param>
    public async Task AdmitAsync(ClientBudget unknown, string network, int units, CancellationToken ct) =>
        place = await unknown.TakeAsync(network, units, close, ct);

    /// <summary>Notes that a call on the connection had a valid credential.</summary>
    public void Identify()
    {
        if (!isKnown)
        {
            isKnown = true;
            Dispose();
        }
    }

    /// <summary>
    /// Notes that the server works on a request, until the result is disposed: the client cannot be quicker.
    /// </summary>
    public IDisposable? Hold() => AddHold(1);

    /// <summary>
    /// Notes that the server does not work on a request that it has: it waits for bytes of it, or delays the refusal of
    /// it, until the result is disposed.
    /// </summary>
    public IDisposable? Pause() => AddHold(-1);

    /// <summary>Notes that a request was answered.</summary>
    public void Renew()
    {
        if (!isKnown)
        {
            silence.Change(longestSilence, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        silence.Dispose();
        place?.Dispose();
    }

    // A known connection has no place any more, so its calls do not ask for the lock that all connections share.
    private IDisposable? AddHold(int change) => isKnown ? null : place?.AddHold(change);
}
