using System.Net.Sockets;
using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.TestSupport.Web;

namespace CSharpChef.FleetTests.Stacks.Soak;

/// <summary>
/// Clients with the address of the users that ask for more memory than a server has for small bodies of unknown
/// connections. Each sends a call with the id of a real access key and never the last bytes of its body, and begins
/// again when it is closed. Together with all users they are fewer than the unknown connections that a server serves at
/// once, so no connection of a user is closed for them.
/// </summary>
internal sealed class SilentStrangers(ServerCluster cluster)
{
    private const int Clients = 60;
    private const int BodyBytes = 128 << 10;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private int closed;

    /// <summary>The number of connections that a server closed.</summary>
    public int Closed => closed;

    public Task RunAsync(CancellationToken ct) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(number => RunAsync(number, ct)));

    private async Task RunAsync(int number, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                await SendAsync(new(cluster.Servers[number % cluster.Servers.Count].Url), ct);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task SendAsync(Uri url, CancellationToken ct)
    {
        var call = new SilentCall(url.Authority, cluster.Store.KeyId, BodyBytes);
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(url.Host, url.Port, ct);
            await connection.GetStream().WriteAsync(call.Head(), ct);
            await connection.GetStream().WriteAsync(call.Body(), ct);
            await new StreamReader(connection.GetStream()).ReadToEndAsync(ct);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The server was killed, or it closed the connection before it read all of the body.
        }

        Interlocked.Increment(ref closed);
    }
}
