using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.Wire;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace CSharpChef.Converge.Ssh;

/// <summary>One SSH connection to a host, for many commands.</summary>
internal sealed class SshConnection : IConnection
{
    // sshd's MaxSessions is 10 unless configured. It frees an ended session only after it has handled all messages
    // before, so it may refuse an open right behind a close. Beside another session, it may allow only one.
    private const int MostSessions = 10;
    private const int Attempts = 12;
    private const int AttemptsBesideAnother = 5;

    private readonly SemaphoreSlim sessions = new(MostSessions);
    private readonly SshClient client;
    private readonly SshTransport transport;
    private readonly SshChannels channels;
    private readonly KeepAlive keepAlive;
    private readonly IReadOnlyList<IAsyncDisposable> jumps;
    private int roundTrips;

    /// <param name="client">The logged-in client of the library.</param>
    /// <param name="session">The client's session.</param>
    /// <param name="settings">The settings of the host.</param>
    /// <param name="time">The clock of the keep-alive.</param>
    /// <param name="jumps">The connections to jump hosts, which are closed along with this connection.</param>
    public SshConnection(
        SshClient client, Session session, SshSettings settings, TimeProvider time,
        IReadOnlyList<IAsyncDisposable> jumps)
    {
        (this.client, this.jumps) = (client, jumps);
        transport = SshTransport.Over(session, $"{settings.User}@{settings.Endpoint}", time);
        channels = new(session, transport);
        keepAlive = new(transport, settings.Times, time, CloseInBackground);
    }

    public int RoundTrips => roundTrips;

    public async Task<IRemoteProcess> ExecAsync(string command, CancellationToken ct)
    {
        await sessions.WaitAsync(ct);
        SshChannel? channel = null;
        try
        {
            channel = await OpenSessionAsync(ct);
            Interlocked.Increment(ref roundTrips);
            await channel.ExecAsync(command, ct);
            _ = ReleaseAsync(channel);
            return new SshProcess(channel);
        }
        catch
        {
            channel?.Terminate();
            sessions.Release();
            throw;
        }
    }

    /// <summary>Opens a tunnel through this host to another, as ssh -W does.</summary>
    public async Task<SshChannel> TunnelAsync(string host, int port, CancellationToken ct)
    {
        try
        {
            return await OpenAsync("direct-tcpip", WireMessage.Destination(host, port), ct);
        }
        catch (ChannelRefusedException e)
        {
            throw new ConnectionException(ConnectionFailure.Unreachable,
                $"The jump host {transport.Peer} cannot reach {host}:{port}: {e.Message}. Check the address as seen from there, and "
                    + "AllowTcpForwarding in its sshd_config.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        keepAlive.Dispose();
        transport.Lose($"The connection to {transport.Peer} was closed by this process.");
        await Task.Run(Close).WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var jump in jumps)
        {
            await jump.DisposeAsync();
        }
    }

    private async Task<SshChannel> OpenAsync(string type, byte[] arguments, CancellationToken ct)
    {
        var channel = channels.Add();
        try
        {
            await channel.OpenAsync(type, arguments, ct);
            return channel;
        }
        catch (Exception e) when (e is ConnectionException or ChannelRefusedException)
        {
            channels.Remove(channel);
            throw;
        }
    }

    private async Task<SshChannel> OpenSessionAsync(CancellationToken ct)
    {
        var attempts = sessions.CurrentCount == MostSessions - 1 ? Attempts : AttemptsBesideAnother;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OpenAsync("session", [], ct);
            }
            catch (ChannelRefusedException) when (attempt < attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt * attempt), ct);
            }
            catch (ChannelRefusedException e)
            {
                throw new ConnectionException(ConnectionFailure.NoSession,
                    $"{transport.Peer} does not open another session: {e.Message}. Raise MaxSessions in its sshd_config, or see its log.", e);
            }
        }
    }

    private async Task ReleaseAsync(SshChannel channel)
    {
        await channel.Finished;
        sessions.Release();
    }

    private void CloseInBackground() => Task.Run(Close);

    // Sending the disconnect to a dead peer may block: nothing waits for it.
    private void Close()
    {
        try
        {
            client.Dispose();
        }
        catch (Exception e) when (e is SshException or IOException or ObjectDisposedException or SocketException)
        {
            // The connection is closed either way.
        }
    }
}
