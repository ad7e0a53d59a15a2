namespace CSharpChef.Web.Budgets;

/// <summary>
/// The connections that made no call with a valid credential yet. A new connection is always accepted: when there are
/// too many, the oldest is closed, so that strangers cannot keep others out.
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

    /// <param name="close">Closes the connection; it must not throw.</param>
    public ClientConnection Open(Action close)
    {
        var connection = new ClientConnection(this, close);
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
            if (unknown.First is { } first && IsExcess(first.Value))
            {
                unknown.RemoveFirst();
                return first.Value;
            }

            return null;
        }
    }

    private bool IsExcess(ClientConnection oldest) => unknown.Count > limits.MostConnections
        || (unknown.Count > limits.Connections
            && time.GetElapsedTime(oldest.Since, time.GetTimestamp()) > limits.Grace);
}
