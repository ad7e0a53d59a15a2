using Renci.SshNet;
using Renci.SshNet.Messages;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// The way to put a message of ours on an SSH.NET session. The session keeps its sender to itself; of the
/// public base classes only a key exchange may send, so this is one that never exchanges anything.
/// </summary>
/// <remarks>
/// Our own channels are worth it. SSH.NET 2026.0.0 sends no end of file on an empty input, blocks a thread for
/// ever that writes to an ended command, blocks another for each stream read, buffers output without bound,
/// and asks no question the server must answer, so that a dead peer goes unnoticed.
/// </remarks>
internal sealed class SessionWire : Renci.SshNet.Security.KeyExchange
{
    public override string Name => "none";

    public static SessionWire On(Session session)
    {
        var wire = new SessionWire();
        wire.Start(session, session.ClientInitMessage, sendClientInitMessage: false);
        return wire;
    }

    public void Send(Message message)
    {
        try
        {
            SendMessage(message);
        }
        catch (ObjectDisposedException) when (Session.IsConnected)
        {
            // Keys were exchanged anew between the library's look at it and its use of the old ones: nothing went out
            // yet.
            SendMessage(message);
        }
    }

    protected override bool ValidateExchangeHash() => false;

    protected override byte[] CalculateHash() => [];

    protected override byte[] Hash(byte[] hashData) => [];
}
