using System.Collections.Concurrent;
using CSharpChef.Converge.Errors;
using Renci.SshNet;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>The table of the channels of one SSH session: it passes each arriving message to its channel.</summary>
internal sealed class SshChannels
{
    // Higher than any number the library itself might use.
    private const uint FirstChannel = 0x10000;

    private readonly SshTransport transport;
    private readonly ConcurrentDictionary<uint, SshChannel> channels = new();
    private uint lastChannel = FirstChannel;

    public SshChannels(Session session, SshTransport transport)
    {
        this.transport = transport;
        transport.Lost += FailAll;
        Listen(session);
    }

    /// <summary>Adds a channel, which is not open yet.</summary>
    public SshChannel Add()
    {
        var number = Interlocked.Increment(ref lastChannel);
        return channels[number] = new SshChannel(transport, number);
    }

    /// <summary>Removes a channel that could not be opened.</summary>
    public void Remove(SshChannel channel) => channels.TryRemove(channel.Number, out _);

    private void FailAll(ConnectionException reason)
    {
        foreach (var channel in channels.Values)
        {
            channel.Fail(reason);
        }
    }

    private void Listen(Session session)
    {
        session.RequestSuccessReceived += (_, _) => transport.Heard();
        session.RequestFailureReceived += (_, _) => transport.Heard();
        session.ChannelOpenConfirmationReceived +=
            (_, e) => Pass(e.Message.LocalChannelNumber, channel => channel.Confirmed(e.Message));
        session.ChannelOpenFailureReceived +=
            (_, e) => Pass(e.Message.LocalChannelNumber, channel => channel.Refused(e.Message));
        session.ChannelWindowAdjustReceived +=
            (_, e) => Pass(e.Message.LocalChannelNumber, channel => channel.Adjusted(e.Message.BytesToAdd));
        session.ChannelDataReceived += (_, e) => Pass(
            e.Message.LocalChannelNumber,
            channel => channel.Output.Add(e.Message.Data.AsSpan(e.Message.Offset, e.Message.Size)));
        session.ChannelExtendedDataReceived +=
            (_, e) => Pass(e.Message.LocalChannelNumber, channel => channel.Error.Add(e.Message.Data));
        session.ChannelEofReceived += (_, e) => Pass(e.Message.LocalChannelNumber, channel => channel.Ended());
        session.ChannelRequestReceived +=
            (_, e) => Pass(e.Message.LocalChannelNumber, channel => channel.Requested(e.Message));
        session.ChannelFailureReceived +=
            (_, e) => Pass(e.Message.LocalChannelNumber, channel => channel.ExecRefused());
        session.ChannelCloseReceived += (_, e) => Remove(e.Message.LocalChannelNumber);
    }

    private void Pass(uint number, Action<SshChannel> receive)
    {
        transport.Heard();
        if (channels.TryGetValue(number, out var channel))
        {
            receive(channel);
        }
    }

    private void Remove(uint number)
    {
        Pass(number, channel => channel.Closed());
        channels.TryRemove(number, out _);
    }
}
