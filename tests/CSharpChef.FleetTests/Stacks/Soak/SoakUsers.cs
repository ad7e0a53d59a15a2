using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Stacks.Servers;

namespace CSharpChef.FleetTests.Stacks.Soak;

/// <summary>
/// Twenty users with tokens of their own, each of whom makes ten calls a second; one in five is a change.
/// </summary>
internal sealed class SoakUsers : IAsyncDisposable
{
    private const int Users = 20;
    private const int Stacks = 4;
    private const int CallsAtOnce = 8;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly List<SoakUser> users = [];
    private int calls;

    private readonly CallTimes times;

    private SoakUsers(WriteLoad load, CallTimes times) => (Load, this.times) = (load, times);

    public WriteLoad Load { get; }

    /// <summary>The number of calls that were due.</summary>
    public int Calls => calls;

    /// <summary>Errors of connections to servers that were not killed.</summary>
    public ConcurrentQueue<string> Broken { get; } = [];

    public static async Task<SoakUsers> CreateAsync(ServerCluster cluster, CallTimes times)
    {
        var admin = cluster.Clients[0];
        var load = new WriteLoad(
            [.. await Task.WhenAll(Enumerable.Range(0, Stacks).Select(n => admin.CreateStackAsync($"soak{n}")))]);
        var soak = new SoakUsers(load, times);
        for (var number = 0; number < Users; number++)
        {
            soak.users.Add(new(cluster, await CreateUserAsync(admin, load.Stacks, number), times, soak.Broken));
        }

        return soak;
    }

    public Task RunAsync(CancellationToken ct) => Task.WhenAll(users.Select(user => RunAsync(user, ct)));

    public ValueTask DisposeAsync()
    {
        users.ForEach(user => user.Dispose());
        return ValueTask.CompletedTask;
    }

    private static async Task<string> CreateUserAsync(ServerClient admin, IReadOnlyList<string> stacks, int number)
    {
        var arn = $"arn:aws:iam::1:user/user{number}";
        await admin.CallAsync("CreateUserProfile", new { IamUserArn = arn });
        foreach (var stack in stacks)
        {
            await admin.CallAsync("SetPermission", new { StackId = stack, IamUserArn = arn, Level = "manage" });
        }

        return (await admin.CallAsync("CreateToken", new { IamUserArn = arn }))["Token"]!.GetValue<string>();
    }

    private async Task RunAsync(SoakUser user, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Interval);
        using var turns = new SemaphoreSlim(CallsAtOnce);
        var running = new List<Task>();
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                running.RemoveAll(call => call.IsCompletedSuccessfully);
                running.Add(CallAsync(user, Interlocked.Increment(ref calls), turns));
            }
        }
        catch (OperationCanceledException)
        {
        }

        await Task.WhenAll(running);
    }

    private async Task CallAsync(SoakUser user, int number, SemaphoreSlim turns)
    {
        var due = times.Now();
        await turns.WaitAsync();
        try
        {
            Task<(int Status, JsonNode Body)> Send(string operation, object request) =>
                user.SendAsync(due, operation, request);
            await (number % 5 == 0 ? Load.WriteAsync(Send, number / 5) : ReadAsync(Send, number));
        }
        finally
        {
            turns.Release();
        }
    }

    private async Task ReadAsync(Func<string, object, Task<(int Status, JsonNode Body)>> send, int number)
    {
        var stack = Load.Stacks[number % Stacks];
        var (status, body) = await ((number % 5) switch
        {
            1 => send("DescribeStacks", new { }),
            2 => send("DescribeStackSummary", new { StackId = stack }),
            3 => send("DescribeActivity", new { StackId = stack, MaxResults = 20 }),
            _ => send("DescribeMyUserProfile", new { }),
        });
        if (status != 200)
        {
            Load.RefusedAnswers.Enqueue((status, body.ToJsonString()));
        }
    }
}
