using System.Collections.Concurrent;
using CSharpChef.Converge.Errors;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Messages;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// The channels of one SSH session: gives arriving messages to them and knows when the line was last heard.
/// </summary>
internal sealed class SshLink
{
    // Beyond the reach of numbers the library itself might give out.
    private const uint FirstChannel = 0x10000;

    private readonly SessionWire wire;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<uint, SshChannel> channels = new();
    private uint lastChannel = FirstChannel;
    private long heard;
    private ConnectionException? lost;

    public SshLink(Session session, string name, TimeProvider time)
    {
        (Name, this.time) = (name, time);
        wire = SessionWire.On(session);
        Heard();
        Listen(session);
    }

    /// <summary>Who is at the other end, for messages.</summary>
    public string Name { get; }

    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref heard));

    public bool IsLost => lost is not null;

    public async Task<SshChannel> OpenAsync(string type, byte[] arguments, CancellationToken ct)
    {
        var number = Interlocked.Increment(ref lastChannel);
        var channel = channels[number] = new SshChannel(this, number);
        ThrowIfLost();
        try
        {
            await channel.OpenAsync(type, arguments, ct);
            return channel;
        }
        catch (Exception e) when (e is ConnectionException or ChannelRefusedException)
        {
            channels.TryRemove(number, out _);
            throw;
        }
    }

    public Task SendAsync(Message message, CancellationToken ct) => Task.Run(() => Send(message), ct).WaitAsync(ct);

    public void Send(Message message)
    {
        ThrowIfLost();
        try
        {
            wire.Send(message);
        }
        catch (Exception e)
            when (e is SshException or IOException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            Lose($"The connection to {Name} broke.", e);
            ThrowIfLost();
        }
    }

    /// <summary>For what only the other side cares about: nobody here is the wiser if it is lost.</summary>
    public void TrySend(Message message)
    {
        if (IsLost)
        {
            return;
        }

        try
        {
            Send(message);
        }
        catch (ConnectionException)
        {
            // Every channel was told.
        }
    }

    public void Lose(string what, Exception? inner = null)
    {
        var reason = new ConnectionException(ConnectionFailure.Lost,
            $"{what} See whether the machine and the network between are up, then run again.", inner);
        if (Interlocked.CompareExchange(ref lost, reason, null) is null)
        {
            foreach (var channel in channels.Values)
            {
                channel.Fail(reason);
            }
        }
    }

    private void ThrowIfLost()
    {
        if (lost is not null)
        {
            throw lost.Again();
        }
    }

    private void Listen(Session session)
    {
        session.RequestSuccessReceived += (_, _) => Heard();
        session.RequestFailureReceived += (_, _) => Heard();
        session.ChannelOpenConfirmationReceived +=
            (_, e) => To(e.Message.LocalChannelNumber, c => c.Confirmed(e.Message));
        session.ChannelOpenFailureReceived += (_, e) => To(e.Message.LocalChannelNumber, c => c.Refused(e.Message));
        session.ChannelWindowAdjustReceived +=
            (_, e) => To(e.Message.LocalChannelNumber, c => c.Adjusted(e.Message.BytesToAdd));
        session.ChannelDataReceived += (_, e) =>
            To(e.Message.LocalChannelNumber,
                c => c.Output.Add(e.Message.Data.AsSpan(e.Message.Offset, e.Message.Size)));
        session.ChannelExtendedDataReceived +=
            (_, e) => To(e.Message.LocalChannelNumber, c => c.Error.Add(e.Message.Data));
        session.ChannelEofReceived += (_, e) => To(e.Message.LocalChannelNumber, c => c.Ended());
        session.ChannelRequestReceived += (_, e) => To(e.Message.LocalChannelNumber, c => c.Requested(e.Message));
        session.ChannelFailureReceived += (_, e) => To(e.Message.LocalChannelNumber, c => c.ExecRefused());
        session.ChannelCloseReceived += (_, e) => Remove(e.Message.LocalChannelNumber);
        session.ErrorOccured += (_, e) => Lose($"The connection to {Name} broke.", e.Exception);
        session.Disconnected += (_, _) => Lose($"The connection to {Name} was closed.");
    }

    private void To(uint number, Action<SshChannel> tell)
    {
        Heard();
        if (channels.TryGetValue(number, out var channel))
        {
            tell(channel);
        }
    }

    private void Remove(uint number)
    {
        To(number, c => c.Closed());
        channels.TryRemove(number, out _);
    }

    private void Heard() => Interlocked.Exchange(ref heard, time.GetTimestamp());
}
