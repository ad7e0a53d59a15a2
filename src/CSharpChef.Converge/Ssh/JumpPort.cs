using System.Net;
using System.Net.Sockets;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.Wire;

namespace CSharpChef.Converge.Ssh;

/// <summary>
/// A loopback port that is forwarded through a jump host, because SSH.NET connects only to sockets that it opens
/// itself. Another local user could connect to the port first, so it accepts one connection and closes. That user would
/// see only the banner of the host behind the jump host, and the run would fail, because the key of the host is checked
/// at this end of the tunnel.
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

    public static async Task<JumpPort> OpenAsync(SshConnection jump, SshSettings host, CancellationToken ct) =>
        new(await jump.TunnelAsync(host.HostName, host.Port, ct));

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
        await using var client = new NetworkStream(socket);
        var outgoing = client.CopyToAsync(tunnel.Input, ct);
        var incoming = tunnel.Output.CopyToAsync(client, ct);
        await await Task.WhenAny(outgoing, incoming);
        tunnel.Close();
    }
}
