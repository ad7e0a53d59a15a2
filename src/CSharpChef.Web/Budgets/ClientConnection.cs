using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Budgets;

/// <summary>A connection of a client, which is unknown until it makes a call with a valid credential.</summary>
internal sealed class ClientConnection : IDisposable
{
    private readonly ClientConnections all;
    private readonly Action close;
    private volatile bool isKnown;
    private volatile int waits;

    public ClientConnection(ClientConnections all, string network, Action close)
    {
        this.all = all;
        this.close = close;
        Network = network;
        Node = new(this);
    }

    /// <summary>The network of the client.</summary>
    public string Network { get; }

    public bool IsKnown => isKnown;

    /// <summary>True while a request of the connection waits for the server.</summary>
    public bool IsWaiting => waits > 0;

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

    /// <summary>Notes that a request waits for the server, until the result is disposed.</summary>
    public IDisposable Wait() => new Waiting(this);

    /// <summary>Notes that a request was answered.</summary>
    public void Renew() => all.Renew(this);

    public void Close()
    {
        Timer?.Dispose();
        close();
    }

    public void Dispose() => all.Release(this);

    private sealed class Waiting : IDisposable
    {
        private readonly ClientConnection connection;

        public Waiting(ClientConnection connection)
        {
            this.connection = connection;
            Interlocked.Increment(ref connection.waits);
        }

        public void Dispose() => Interlocked.Decrement(ref connection.waits);
    }
}
