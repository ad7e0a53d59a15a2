using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Messages;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// Sends messages of ours over an SSH.NET session, and notices when the connection is lost. The session keeps its
/// sender to itself; of the public base classes only a key exchange may send, so this is one that never exchanges
/// anything.
/// </summary>
/// <remarks>
/// SSH.NET's own channels do not suffice. SSH.NET 2026.0.0 sends no end of file on an empty input, blocks a thread
/// without end that writes to an ended command, blocks another for each stream read, buffers output without bound,
/// and sends no request that the server must answer, so that a dead peer goes unnoticed.
/// </remarks>
internal sealed class SshTransport : Renci.SshNet.Security.KeyExchange
{
    private readonly TimeProvider time;
    private long lastHeard;
    private ConnectionException? loss;

    private SshTransport(string peer, TimeProvider time)
    {
        (Peer, this.time) = (peer, time);
        Heard();
    }

    /// <summary>Raised once, with the reason, when the connection is lost.</summary>
    public event Action<ConnectionException>? Lost;

    public override string Name => "none";

    /// <summary>The user and host at the other end, for messages.</summary>
    public string Peer { get; }

    /// <summary>The time since the last message arrived.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref lastHeard));

    public static SshTransport Over(Session session, string peer, TimeProvider time)
    {
        var transport = new SshTransport(peer, time);
        transport.Start(session, session.ClientInitMessage, sendClientInitMessage: false);
        session.ErrorOccured += (_, e) => transport.Lose($"The connection to {peer} broke.", e.Exception);
        session.Disconnected += (_, _) => transport.Lose($"The connection to {peer} was closed.");
        return transport;
    }

    public void Heard() => Interlocked.Exchange(ref lastHeard, time.GetTimestamp());

    public void Send(Message message)
    {
        ThrowIfLost();
        try
        {
            SendOverSession(message);
        }
        catch (Exception e) when (e is SshException or IOException or ObjectDisposedException or SocketException)
        {
            Lose($"The connection to {Peer} broke.", e);
            ThrowIfLost();
        }
    }

    /// <summary>
    /// Sends a message that matters to the peer only: nothing fails here when the connection is lost.
    /// </summary>
    public void TrySend(Message message)
    {
        if (loss is not null)
        {
            return;
        }

        try
        {
            Send(message);
        }
        catch (ConnectionException)
        {
            // Every channel has failed with the same reason.
        }
    }

    public void Lose(string cause, Exception? inner = null)
    {
        var reason = new ConnectionException(ConnectionFailure.Lost,
            $"{cause} Check that the machine and the network between are up, then run again.", inner);
        if (Interlocked.CompareExchange(ref loss, reason, null) is null)
        {
            Lost?.Invoke(reason);
        }
    }

    public void ThrowIfLost()
    {
        if (loss is not null)
        {
            throw loss.Again();
        }
    }

    protected override bool ValidateExchangeHash() => false;

    protected override byte[] CalculateHash() => [];

    protected override byte[] Hash(byte[] hashData) => [];

    private void SendOverSession(Message message)
    {
        try
        {
            SendMessage(message);
        }
        catch (ObjectDisposedException) when (Session.IsConnected)
        {
            // A new key exchange replaced the keys between the library's check and its use of them: nothing was sent.
            SendMessage(message);
        }
    }
}
