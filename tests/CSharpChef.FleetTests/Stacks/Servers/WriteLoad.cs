using System.Collections.Concurrent;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>Many clients that write at once, and the answers that they received.</summary>
internal sealed class WriteLoad(IReadOnlyList<string> stacks)
{
    private const int Workers = 12;

    private int number;

    public IReadOnlyList<string> Stacks => stacks;

    /// <summary>Ids that were answered.</summary>
    public ConcurrentQueue<string> Made { get; } = [];

    /// <summary>The names that stacks received.</summary>
    public ConcurrentQueue<string> Named { get; } = [];

    /// <summary>Answers that were none of success.</summary>
    public ConcurrentQueue<(int Status, string Body)> Refused { get; } = [];

    public int Begun => number;

    public int Acknowledged => Made.Count + Named.Count;

    /// <summary>Writes until the server is gone, or the token is cancelled.</summary>
    public Task RunAsync(ServerClient client, CancellationToken ct) =>
        Task.WhenAll(
            Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(client, ct), CancellationToken.None)));

    public async Task WaitAsync(int acknowledged, Task load)
    {
        while (Acknowledged < acknowledged && !load.IsCompleted)
        {
            await Task.Delay(1);
        }
    }

    /// <summary>Waits until a write is refused from now on.</summary>
    public async Task RefusedAsync(Task load)
    {
        for (var before = Refused.Count; Refused.Count == before && !load.IsCompleted;)
        {
            await Task.Delay(1);
        }
    }

    private async Task WorkAsync(ServerClient client, CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                await WriteAsync(client, Interlocked.Increment(ref number));
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

    private async Task WriteAsync(ServerClient client, int n)
    {
        var (stack, name) = (stacks[n % stacks.Count], $"n{n}");
        var (status, body) = (n % 3) switch
        {
            0 => await client.LayerAsync(stack, name),
            1 => await client.SendAsync("CreateApp", new
            {
                StackId = stack,
                Name = name,
                Type = "other",
                Environment = new[] { new { Key = "K", Value = name, Secure = true } }
            }),
            _ => await client.SendAsync("UpdateStack", new { StackId = stack, Name = name }),
        };
        if (status != 200)
        {
            Refused.Enqueue((status, body.ToJsonString()));
            await Task.Delay(50);
        }
        else if ((body["LayerId"] ?? body["AppId"]) is { } id)
        {
            Made.Enqueue(id.GetValue<string>());
        }
        else
        {
            Named.Enqueue(name);
        }
    }
}
