using Renci.SshNet.Messages;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// Sends the messages of one channel, between its confirmation and its close. Nothing may follow the close: sshd gives
/// the channel's number to the next one, where a late end of file would cut off a command's input; or it ends the
/// whole connection because of a message for a channel that it has already removed.
/// </summary>
internal sealed class SendSide(SshTransport transport)
{
    private readonly Lock gate = new();
    private bool isOpen;

    public void Open()
    {
        lock (gate)
        {
            isOpen = true;
        }
    }

    /// <returns>False when the channel was closed already.</returns>
    public bool Send(Message message)
    {
        lock (gate)
        {
            if (isOpen)
            {
                transport.Send(message);
            }

            return isOpen;
        }
    }

    /// <summary>Sends a message that matters to the peer only.</summary>
    public void TrySend(Message message)
    {
        lock (gate)
        {
            if (isOpen)
            {
                transport.TrySend(message);
            }
        }
    }

    public void Close(Message close)
    {
        lock (gate)
        {
            TrySend(close);
            isOpen = false;
        }
    }
}
