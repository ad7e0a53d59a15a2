using System.Net;
using CSharpChef.Web.Api;
using CSharpChef.Web.Budgets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace CSharpChef.Web.Serving;

/// <summary>
/// Limits the connections of clients that are not known: when all places are taken, another one waits before its TLS
/// handshake, which costs the most memory. A trusted proxy's connections carry the calls of many clients, and are not
/// limited.
/// </summary>
internal sealed class ConnectionLimits(StrangerLimits limits, TrustedProxies proxies, TimeProvider time) : IDisposable
{
    private readonly ClientBudget unknown =
        new(limits.Connections, limits.ConnectionTime, time, limits.WaitingConnections, bothEnds: true);

    /// <summary>The places that are taken: one for an unknown connection, and several for one with TLS.</summary>
    public long Served => unknown.Used;

    /// <param name="next">Serves a connection.</param>
    /// <param name="tls">True when its connections have TLS.</param>
    public ConnectionDelegate Limit(ConnectionDelegate next, bool tls) => connection =>
    {
        var peer = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        return proxies.IsTrusted(peer)
            ? next(connection)
            : ServeAsync(connection, ClientNetwork.Of(peer), tls ? limits.TlsConnection : 1, next);
    };

    public void Dispose() => unknown.Dispose();

    private async Task ServeAsync(
        ConnectionContext connection, string network, int units, ConnectionDelegate next)
    {
        using var client = new ClientConnection(limits.LongestSilence, time, () => connection.Abort(
            new ConnectionAbortedException("The connection made no call with a valid credential in its time.")));
        if (await IsAdmittedAsync(connection, client, network, units))
        {
            connection.Features.Set(client);
            await next(connection);
        }
    }

    private async Task<bool> IsAdmittedAsync(
        ConnectionContext connection, ClientConnection client, string network, int units)
    {
        var lifetime = connection.Features.Get<IConnectionLifetimeNotificationFeature>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            connection.ConnectionClosed, lifetime?.ConnectionClosedRequested ?? default);
        try
        {
            await client.AdmitAsync(unknown, network, units, end.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
