using System.Buffers.Binary;
using CSharpChef.Converge.Errors;
using Renci.SshNet.Messages.Connection;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>One channel of the SSH connection protocol (RFC 4254, section 5). Messages arrive on one thread.</summary>
internal sealed class SshChannel
{
    // Limits both the memory behind a slow reader and the bytes in flight on a slow connection.
    private const uint Window = 2 * 1024 * 1024;
    private const uint PacketSize = 32 * 1024;

    private readonly SshTransport transport;
    private readonly SendWindow window = new();
    private readonly SendSide side;
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int?> exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private uint remote;
    private int packetSize;
    private int unacknowledged;
    private int isEndSent;
    private volatile bool isAbandoned;

    public SshChannel(SshTransport transport, uint number)
    {
        (this.transport, Number) = (transport, number);
        side = new(transport);
        Output = new(Acknowledge);
        Error = new(Acknowledge);
        Input = new(this);
    }

    /// <summary>The number of the channel on this side of the connection.</summary>
    public uint Number { get; }

    public ChannelInput Input { get; }

    public ChannelOutput Output { get; }

    public ChannelOutput Error { get; }

    public Task<int?> Exit => exit.Task;

    /// <summary>
    /// Completes when the channel is closed: a child in the background may keep it open longer than Exit.
    /// </summary>
    public Task Finished => finished.Task;

    public async Task OpenAsync(string type, byte[] arguments, CancellationToken ct)
    {
        transport.ThrowIfLost();
        try
        {
            var message = WireMessage.Open(type, Number, Window, PacketSize, arguments);
            await Task.Run(() => transport.Send(message), ct).WaitAsync(ct);
            await opened.Task.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            isAbandoned = true;
            Close();
            throw;
        }
    }

    // Nothing waits for the reply: input may follow at once, and a refusal ends the process.
    public Task ExecAsync(string command, CancellationToken ct) =>
        Task.Run(() => side.Send(WireMessage.Exec(remote, command)), ct).WaitAsync(ct);

    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        var count = await window.ReserveAsync(Math.Min(data.Length, packetSize), ct);
        return side.Send(new ChannelDataMessage(remote, data[..count].ToArray())) ? count : throw NoReader();
    }

    public void SendEndOfFile()
    {
        if (!Exit.IsCompleted && Interlocked.Exchange(ref isEndSent, 1) == 0)
        {
            window.Close(new IOException("The standard input of the process is closed."));
            side.TrySend(new ChannelEofMessage(remote));
        }
    }

    /// <summary>Terminates the process and its children if it still runs, and closes the channel.</summary>
    public void Terminate()
    {
        if (!Exit.IsCompleted)
        {
            side.TrySend(WireMessage.Terminate(remote));
        }

        Close();
    }

    public void Close() => side.Close(new ChannelCloseMessage(remote));

    public void Confirmed(ChannelOpenConfirmationMessage message)
    {
        remote = message.RemoteChannelNumber;
        packetSize = (int)Math.Min(message.MaximumPacketSize, PacketSize);
        window.Add(message.InitialWindowSize);
        side.Open();
        opened.TrySetResult();
        if (isAbandoned)
        {
            Close();
        }
    }

    public void Refused(ChannelOpenFailureMessage message) =>
        End(null, new ChannelRefusedException(message.Description));

    public void Adjusted(uint bytes) => window.Add(bytes);

    public void Ended()
    {
        Output.End();
        Error.End();
    }

    public void Requested(ChannelRequestMessage message)
    {
        if (message.RequestName == "exit-status" && message.RequestData.Length >= 5)
        {
            exit.TrySetResult(BinaryPrimitives.ReadInt32BigEndian(message.RequestData.AsSpan(1)));
        }
        else if (message.RequestName == "exit-signal")
        {
            exit.TrySetResult(null);
        }
        else if (message.RequestData is [not 0, ..])
        {
            side.TrySend(new ChannelFailureMessage(remote));
        }
    }

    public void ExecRefused() => Fail(new ConnectionException(ConnectionFailure.Lost,
        $"{transport.Peer} refused to run a command. See its sshd log; the key may be bound to a forced subsystem."));

    public void Closed()
    {
        Close();
        End(null, NoReader());
    }

    public void Fail(ConnectionException reason) => End(reason, reason);

    private static IOException NoReader() => new("The process has ended and does not read its input any more.");

    private void End(ConnectionException? reason, Exception forWriters)
    {
        window.Close(forWriters);
        if (opened.TrySetException(forWriters))
        {
            _ = opened.Task.Exception;
        }

        Output.End(reason);
        Error.End(reason);
        exit.TrySetResult(null);
        finished.TrySetResult();
    }

    private void Acknowledge(int bytes)
    {
        var sum = Interlocked.Add(ref unacknowledged, bytes);
        if (sum >= Window / 4 && Interlocked.CompareExchange(ref unacknowledged, 0, sum) == sum)
        {
            side.TrySend(new ChannelWindowAdjustMessage(remote, (uint)sum));
        }
    }
}
