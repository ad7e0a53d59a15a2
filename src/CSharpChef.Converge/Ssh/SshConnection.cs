using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.Wire;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace CSharpChef.Converge.Ssh;

/// <summary>One SSH connection, for many commands.</summary>
internal sealed class SshConnection : IConnection
{
    // sshd's MaxSessions is 10 unless configured. It frees an ended session only after it has handled all that
    // arrived, so an open right behind a close may be refused.
    private const int Attempts = 12;

    private readonly SemaphoreSlim sessions = new(10);
    private readonly SshClient client;
    private readonly SshLink link;
    private readonly KeepAlive life;
    private readonly IReadOnlyList<IAsyncDisposable> jumps;
    private int roundTrips;

    public SshConnection(
        SshClient client, SshLink link, SshTimes times, TimeProvider time, IReadOnlyList<IAsyncDisposable> jumps)
    {
        (this.client, this.link, this.jumps) = (client, link, jumps);
        life = new(link, times, time, CloseInBackground);
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

    /// <summary>A way through this machine to another, as ssh -W opens it.</summary>
    public async Task<SshChannel> TunnelAsync(string host, int port, CancellationToken ct)
    {
        try
        {
            return await link.OpenAsync("direct-tcpip", WireMessage.Destination(host, port), ct);
        }
        catch (ChannelRefusedException e)
        {
            throw new ConnectionException(ConnectionFailure.Unreachable,
                $"The jump host {link.Name} cannot reach {host}:{port}: {e.Message}. Check the address as seen from there, and "
                    + "AllowTcpForwarding in its sshd_config.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        life.Dispose();
        link.Lose($"The connection to {link.Name} was closed by us.");
        await Task.Run(Close).WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var jump in jumps)
        {
            await jump.DisposeAsync();
        }
    }

    private async Task<SshChannel> OpenSessionAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await link.OpenAsync("session", [], ct);
            }
            catch (ChannelRefusedException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt * attempt), ct);
            }
            catch (ChannelRefusedException e)
            {
                throw new ConnectionException(ConnectionFailure.Lost,
                    $"{link.Name} opens no further session: {e.Message}. Raise MaxSessions in its sshd_config, or see its log.", e);
            }
        }
    }

    private async Task ReleaseAsync(SshChannel channel)
    {
        await channel.Finished;
        sessions.Release();
    }

    private void CloseInBackground() => Task.Run(Close);

    // Saying goodbye to a dead peer may block on a full line; nobody waits for it.
    private void Close()
    {
        try
        {
            client.Dispose();
        }
        catch (Exception e) when (e is SshException or IOException or ObjectDisposedException or SocketException)
        {
            // It is closed either way.
        }
    }
}
