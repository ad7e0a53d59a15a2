namespace CSharpChef.Web.Budgets;

/// <summary>
/// The connections that made no call with a valid credential yet. A new connection is always accepted: when there are
/// too many, the oldest of the network that has the most is closed, so that strangers cannot keep others out.
/// </summary>
internal sealed class ClientConnections(StrangerLimits limits, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly LinkedList<ClientConnection> unknown = [];

    public int Unknown
    {
        get
        {
            lock (gate)
            {
                return unknown.Count;
            }
        }
    }

    /// <param name="network">The network of the client.</param>
    /// <param name="close">Closes the connection; it must not throw.</param>
    public ClientConnection Open(string network, Action close)
    {
        var connection = new ClientConnection(this, network, close);
        connection.Timer = time.CreateTimer(
            _ => close(), null, limits.LongestSilence, Timeout.InfiniteTimeSpan);
        Append(connection);
        CloseOldest();
        return connection;
    }

    /// <summary>Begins the time of an unknown connection again.</summary>
    public void Renew(ClientConnection connection)
    {
        if (Remove(connection))
        {
            Append(connection);
            connection.Timer?.Change(limits.LongestSilence, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Stops to count a connection and to limit its time.</summary>
    /// <returns>False when it was not counted any more.</returns>
    public bool Release(ClientConnection connection)
    {
        connection.Timer?.Dispose();
        return Remove(connection);
    }

    private void Append(ClientConnection connection)
    {
        lock (gate)
        {
            connection.Since = time.GetTimestamp();
            unknown.AddLast(connection.Node);
        }
    }

    private bool Remove(ClientConnection connection)
    {
        lock (gate)
        {
            var counted = connection.Node.List is not null;
            if (counted)
            {
                unknown.Remove(connection.Node);
            }

            return counted;
        }
    }

    private void CloseOldest()
    {
        while (TakeExcess() is { } oldest)
        {
            oldest.Close();
        }
    }

    private ClientConnection? TakeExcess()
    {
        lock (gate)
        {
            var excess = FindExcess();
            if (excess is not null)
            {
                unknown.Remove(excess.Node);
            }

            return excess;
        }
    }

    private ClientConnection? FindExcess()
    {
        if (unknown.Count <= limits.Connections)
        {
            return null;
        }

        var network = unknown.CountBy(connection => connection.Network).MaxBy(count => count.Value).Key;
        var mayClose = unknown.Count > limits.MostConnections ? _ => true : (Func<ClientConnection, bool>)IsIdle;
        return unknown.FirstOrDefault(connection => connection.Network == network && mayClose(connection));
    }

    private bool IsIdle(ClientConnection connection) => !connection.IsWaiting
        && time.GetElapsedTime(connection.Since, time.GetTimestamp()) > limits.Grace;
}
