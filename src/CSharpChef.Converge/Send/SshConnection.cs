using Renci.SshNet;

namespace CSharpChef.Converge;

/// <summary>One SSH connection, for many commands.</summary>
internal sealed class SshConnection : IConnection
{
    // sshd's MaxSessions is 10 unless configured.
    readonly SemaphoreSlim sessions = new(10);
    readonly SshClient client;
    readonly SshLink link;
    readonly SignsOfLife life;
    readonly IReadOnlyList<IAsyncDisposable> jumps;
    int roundTrips;

    public SshConnection(SshClient client, SshLink link, SshTimes times, TimeProvider time, IReadOnlyList<IAsyncDisposable> jumps)
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
            channel = await link.OpenAsync("session", [], ct);
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
    public Task<SshChannel> TunnelAsync(string host, int port, CancellationToken ct) =>
        link.OpenAsync("direct-tcpip", WireMessage.Destination(host, port), ct);

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

    async Task ReleaseAsync(SshChannel channel)
    {
        await channel.Finished;
        sessions.Release();
    }

    void CloseInBackground() => Task.Run(Close);

    // Saying goodbye to a dead peer may block on a full line; nobody waits for it.
    void Close()
    {
        try
        {
            client.Dispose();
        }
        catch (Exception e) when (e is Renci.SshNet.Common.SshException or IOException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            // It is closed either way.
        }
    }
}
