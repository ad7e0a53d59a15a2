using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>Many clients that write at once, and the answers that they received.</summary>
internal sealed class WriteLoad(IReadOnlyList<string> stacks)
{
    private const int Workers = 12;

    private int number;

    public IReadOnlyList<string> Stacks => stacks;

    /// <summary>The ids of the layers and apps whose creation was acknowledged.</summary>
    public ConcurrentQueue<string> CreatedIds { get; } = [];

    /// <summary>The names that stacks received.</summary>
    public ConcurrentQueue<string> NewStackNames { get; } = [];

    /// <summary>The answers with another status than 200.</summary>
    public ConcurrentQueue<(int Status, string Body)> RefusedAnswers { get; } = [];

    public int Started => number;

    public int Acknowledged => CreatedIds.Count + NewStackNames.Count;

    /// <summary>Writes until the server is killed or the token is cancelled.</summary>
    public Task RunAsync(ServerClient client, CancellationToken ct) =>
        Task.WhenAll(
            Enumerable.Range(0, Workers)
                .Select(_ => Task.Run(() => RunWorkerAsync(client, ct), CancellationToken.None)));

    public async Task WaitForAcknowledgedAsync(int acknowledged, Task load)
    {
        while (Acknowledged < acknowledged && !load.IsCompleted)
        {
            await Task.Delay(1);
        }
    }

    /// <summary>Waits for the next refused write.</summary>
    public async Task WaitForRefusalAsync(Task load)
    {
        for (var before = RefusedAnswers.Count; RefusedAnswers.Count == before && !load.IsCompleted;)
        {
            await Task.Delay(1);
        }
    }

    private async Task RunWorkerAsync(ServerClient client, CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                await WriteAsync(client.SendAsync, Interlocked.Increment(ref number));
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed before it acknowledged this write.
        }
        catch (IOException)
        {
            // The server was killed while it answered.
        }
    }

    /// <summary>Sends one change, and notes its answer.</summary>
    /// <param name="send">Sends an operation with a request.</param>
    /// <param name="n">The number of the change: it is in the names of what is created.</param>
    public async Task WriteAsync(Func<string, object, Task<(int Status, JsonNode Body)>> send, int n)
    {
        var (stack, name) = (stacks[n % stacks.Count], $"n{n}");
        var (status, body) = (n % 3) switch
        {
            0 => await send("CreateLayer", new { StackId = stack, Type = "custom", Name = name, Shortname = name }),
            1 => await send("CreateApp", new
            {
                StackId = stack,
                Name = name,
                Type = "other",
                Environment = new[] { new { Key = "K", Value = name, Secure = true } }
            }),
            _ => await send("UpdateStack", new { StackId = stack, Name = name }),
        };
        if (status != 200)
        {
            RefusedAnswers.Enqueue((status, body.ToJsonString()));
            await Task.Delay(50);
        }
        else if ((body["LayerId"] ?? body["AppId"]) is { } id)
        {
            CreatedIds.Enqueue(id.GetValue<string>());
        }
        else
        {
            NewStackNames.Enqueue(name);
        }
    }
}
