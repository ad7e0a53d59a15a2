using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Budgets;

/// <summary>A connection of a client, which is unknown until it makes a call with a valid credential.</summary>
internal sealed class ClientConnection : IDisposable
{
    private readonly ClientConnections all;
    private readonly Action close;
    private volatile bool isKnown;

    public ClientConnection(ClientConnections all, Action close)
    {
        this.all = all;
        this.close = close;
        Node = new(this);
    }

    public bool IsKnown => isKnown;

    /// <summary>The place in the list of unknown connections.</summary>
    public LinkedListNode<ClientConnection> Node { get; }

    /// <summary>The timestamp from which the time of an unknown connection counts.</summary>
    public long Since { get; set; }

    /// <summary>Closes the connection when its time as an unknown one has passed.</summary>
    public ITimer? Timer { get; set; }

    /// <summary>The connection of a request; null where its connections are not limited.</summary>
    public static ClientConnection? Of(HttpContext http) => http.Features.Get<ClientConnection>();

    /// <summary>Notes that a call on the connection had a valid credential.</summary>
    public void Identify()
    {
        if (!isKnown)
        {
            isKnown = true;
            all.Release(this);
        }
    }

    /// <summary>Notes that a request was answered.</summary>
    public void Renew() => all.Renew(this);

    public void Close()
    {
        Timer?.Dispose();
        close();
    }

    public void Dispose() => all.Release(this);
}
