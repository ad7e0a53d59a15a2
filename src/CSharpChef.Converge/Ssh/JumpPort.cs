using System.Net;
using System.Net.Sockets;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.Wire;

namespace CSharpChef.Converge.Ssh;

/// <summary>
/// A loopback port that leads through a jump host. SSH.NET connects only to sockets of its own, so there has to be
/// one. Any local user could reach it before we do; it therefore takes one caller and closes. A stranger gains a
/// view of the far sshd's banner and we an error: the far host's key is checked at our end of the tunnel.
/// </summary>
internal sealed class JumpPort : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly SshChannel tunnel;
    private readonly Task pump;

    private JumpPort(SshChannel tunnel)
    {
        this.tunnel = tunnel;
        listener.Start(1);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        pump = PumpAsync(stop.Token);
    }

    public int Port { get; }

    public static async Task<JumpPort> OpenAsync(SshConnection jump, SshSettings to, CancellationToken ct) =>
        new(await jump.TunnelAsync(to.HostName, to.Port, ct));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        tunnel.Close();
        await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task PumpAsync(CancellationToken ct)
    {
        using var socket = await listener.AcceptSocketAsync(ct);
        listener.Stop();
        socket.NoDelay = true;
        await using var near = new NetworkStream(socket);
        var there = near.CopyToAsync(tunnel.Input, ct);
        var back = tunnel.Output.CopyToAsync(near, ct);
        await await Task.WhenAny(there, back);
        tunnel.Close();
    }
}
