using System.Collections.Concurrent;
using System.Net;
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

    /// <param name="due">When the call should have been sent: it may have waited for calls of the same user.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    public async Task<(int Status, JsonNode Body)> SendAsync(long due, string operation, object request)
    {
        var invocation = $"{Guid.NewGuid()}";
        while (true)
        {
            var server = NextServer();
            try
            {
                var answer = await clients.GetOrAdd(server, _ => new(server.Url, token))
                    .SendOnceAsync(operation, request, invocation);
                if (answer.Status == (int)HttpStatusCode.OK)
                {
                    times.Add(due);
                }

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
