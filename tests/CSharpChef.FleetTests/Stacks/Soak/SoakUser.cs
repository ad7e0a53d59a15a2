using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Stacks.Servers;

namespace CSharpChef.FleetTests.Stacks.Soak;

/// <summary>
/// A user who calls one server and then the other. A call whose server was killed is sent again to one that runs.
/// </summary>
/// <param name="cluster">The servers.</param>
/// <param name="token">The token of the user.</param>
/// <param name="times">Gets the time of each answered call.</param>
/// <param name="broken">Gets the errors of connections to servers that were not killed.</param>
internal sealed class SoakUser(
    ServerCluster cluster, string token, CallTimes times, ConcurrentQueue<string> broken) : IDisposable
{
    private readonly ConcurrentDictionary<ServeProcess, ServerClient> clients = [];
    private int turn;

    public async Task<(int Status, JsonNode Body)> SendAsync(string operation, object request)
    {
        var (begun, invocation) = (times.Begin(), $"{Guid.NewGuid()}");
        while (true)
        {
            var server = NextServer();
            try
            {
                var answer = await clients.GetOrAdd(server, _ => new(server.Url, token))
                    .SendOnceAsync(operation, request, invocation);
                times.Add(begun);
                return answer;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                if (!server.IsKilled)
                {
                    broken.Enqueue($"{operation}: {e.Message} {e.InnerException?.Message}");
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    private ServeProcess NextServer()
    {
        var running = cluster.Servers.Where(server => !server.IsKilled).ToList();
        return running[Interlocked.Increment(ref turn) % running.Count];
    }
}
