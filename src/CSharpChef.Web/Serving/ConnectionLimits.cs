using System.Net;
using CSharpChef.Web.Api;
using CSharpChef.Web.Budgets;
using Microsoft.AspNetCore.Connections;

namespace CSharpChef.Web.Serving;

/// <summary>
/// Limits the connections of clients that are not known. A trusted proxy's connections carry the calls of many clients,
/// and are not limited.
/// </summary>
internal sealed class ConnectionLimits(ClientConnections connections, TrustedProxies proxies)
{
    public ConnectionDelegate Limit(ConnectionDelegate next) => connection =>
    {
        var peer = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        return proxies.IsTrusted(peer) ? next(connection) : ServeAsync(connection, ClientNetwork.Of(peer), next);
    };

    private async Task ServeAsync(ConnectionContext connection, string network, ConnectionDelegate next)
    {
        using var client = connections.Open(network, () => connection.Abort(
            new ConnectionAbortedException("The connection made no call with a valid credential in its time.")));
        connection.Features.Set(client);
        await next(connection);
    }
}
