using Renci.SshNet.Messages;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// What goes out on one channel, between its confirmation and its close. Nothing may follow the close: sshd gives the
/// number to the next channel, where a late end of file starves a command, or ends the whole connection over a channel
/// that it has forgotten.
/// </summary>
internal sealed class SendSide(SshLink link)
{
    private readonly Lock turn = new();
    private bool isOpen;

    public void Open()
    {
        lock (turn)
        {
            isOpen = true;
        }
    }

    /// <returns>Whether the channel was still open.</returns>
    public bool Send(Message message)
    {
        lock (turn)
        {
            if (isOpen)
            {
                link.Send(message);
            }

            return isOpen;
        }
    }

    /// <summary>For what only the other side cares about.</summary>
    public void TrySend(Message message)
    {
        lock (turn)
        {
            if (isOpen)
            {
                link.TrySend(message);
            }
        }
    }

    public void Close(Message close)
    {
        lock (turn)
        {
            TrySend(close);
            isOpen = false;
        }
    }
}
