using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using CSharpChef.FleetTests.Stacks.Servers;

namespace CSharpChef.FleetTests.Stacks.Soak;

/// <summary>
/// A hundred clients with addresses and connections of their own, each of which makes five calls a second with a token
/// that no server knows.
/// </summary>
internal sealed class Strangers(ServerCluster cluster) : IAsyncDisposable
{
    private const int Clients = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly List<HttpClient> clients = [.. Enumerable.Range(2, Clients).Select(Create)];
    private int refused;

    /// <summary>The number of calls that were answered with a refusal.</summary>
    public int Refused => refused;

    public Task RunAsync(CancellationToken ct) =>
        Task.WhenAll(clients.Select((client, number) => RunAsync(client, number, ct)));

    public ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        return ValueTask.CompletedTask;
    }

    private static HttpClient Create(int number) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        MaxConnectionsPerServer = 1,
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse($"127.0.0.{number}"), 0));
            await socket.ConnectAsync(context.DnsEndPoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    private async Task RunAsync(HttpClient client, int number, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                await CallAsync(client, cluster.Servers[number % cluster.Servers.Count].Url, ct);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task CallAsync(HttpClient client, string url, CancellationToken ct)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent("{}", new MediaTypeHeaderValue("application/x-amz-json-1.1")),
        };
        call.Headers.Authorization = new("Bearer", $"ccp_{new string('0', 43)}");
        call.Headers.Add("X-Amz-Target", "OpsWorks_20130218.DescribeStacks");
        try
        {
            using var answer = await client.SendAsync(call, ct);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Interlocked.Increment(ref refused);
        }
        catch (HttpRequestException)
        {
            // The server was killed, or it closed the connection of a stranger.
        }
    }
}
