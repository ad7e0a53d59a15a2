using System.Net;
using System.Net.Sockets;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks.Connections;

/// <summary>
/// Connects to hosts of sources. A host of the server itself or of its link is refused after its name is resolved, and
/// the address that was checked is the one that is connected to.
/// </summary>
/// <param name="options">The hosts that the operator allows.</param>
internal sealed class SourceDialer(SourceOptions options)
{
    private static readonly TimeSpan TimeToConnect = TimeSpan.FromSeconds(15);

    /// <summary>Resolves a name; tests replace it.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>The addresses of a host.</summary>
    /// <exception cref="CookbookSourceException">It has none, or one that is not allowed.</exception>
    public async Task<IReadOnlyList<IPAddress>> AddressesAsync(string host, CancellationToken ct)
    {
        var name = host.Trim('[', ']');
        var addresses = await ResolveAsync(name, ct);
        return SourceHosts.IsNamed(name, options.Hosts)
            || (!SourceHosts.IsLocal(name) && !addresses.Any(SourceHosts.IsLocal))
                ? addresses
                : throw new CookbookSourceException(
                    $"the host {name} has the address {addresses.FirstOrDefault(SourceHosts.IsLocal)}, a loopback, link-local or multicast address: the server's operator can allow it with serve --allow-source-host {name}");
    }

    /// <summary>Connects to a host.</summary>
    /// <exception cref="CookbookSourceException">It is not allowed, or does not answer.</exception>
    public async Task<NetworkStream> ConnectAsync(string host, int port, CancellationToken ct)
    {
        var addresses = await AddressesAsync(host, ct);
        SocketException? last = null;
        foreach (var address in addresses)
        {
            try
            {
                return await ConnectAsync(address, port, ct);
            }
            catch (SocketException e)
            {
                last = e;
            }
        }

        throw new CookbookSourceException(
            $"{host}:{port} cannot be reached: {last?.Message}: check the host, its port and the firewalls between", last)
        {
            CanSucceedLater = true,
        };
    }

    private static async Task<NetworkStream> ConnectAsync(IPAddress address, int port, CancellationToken ct)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeToConnect);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), limit.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception e)
        {
            socket.Dispose();
            throw e is OperationCanceledException && !ct.IsCancellationRequested
                ? new SocketException((int)SocketError.TimedOut)
                : e;
        }
    }

    private async Task<IPAddress[]> ResolveAsync(string name, CancellationToken ct)
    {
        try
        {
            return IPAddress.TryParse(name, out var address) ? [address] : await Resolve(name, ct);
        }
        catch (SocketException e)
        {
            throw new CookbookSourceException($"the host {name} has no address: check its spelling, and DNS", e)
            {
                CanSucceedLater = e.SocketErrorCode != SocketError.HostNotFound,
            };
        }
    }
}
