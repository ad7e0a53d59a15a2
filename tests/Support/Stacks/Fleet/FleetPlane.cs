using System.Text.Json.Nodes;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Fleet.Turns;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Static;
using CSharpChef.TestSupport.Stacks.Providers;
using Microsoft.Extensions.Logging.Abstractions;

namespace CSharpChef.TestSupport.Stacks.Fleet;

/// <summary>
/// A control plane whose instances live, on machines in memory and a clock that moves only when a test waits for
/// something.
/// </summary>
internal sealed class FleetPlane : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private FleetPlane(TestPlane server)
    {
        Server = server;
        Provider = new(server.Clock);
        Login = new(Provider);
    }

    public TestPlane Server { get; }

    public MemoryProvider Provider { get; }

    public MemoryLogin Login { get; }

    public MemoryRunner Runner { get; } = new();

    public MemoryAccounts Accounts { get; } = new();

    public FleetHost? Fleet { get; private set; }

    /// <summary>How many commands run at once. Default: as on a server.</summary>
    public int MostRuns { get; private init; } = RunTurns.Usual;

    private RunTurns? Turns { get; set; }

    // A machine that was asked to reboot has another boot.
    private StaticMachines Registered => new(
        (id, _) => Task.FromResult<StaticMachine?>(new(id, "192.0.2.20")),
        (_, _, _) =>
        {
            Login.Boots++;
            return Task.FromResult(0);
        })
    {
        Limit = TimeSpan.Zero,
    };

    /// <param name="folder">The data folder. Default: a new folder.</param>
    /// <param name="mostRuns">How many commands run at once. Default: as on a server.</param>
    public static async Task<FleetPlane> StartAsync(string? folder = null, int? mostRuns = null)
    {
        FleetPlane? made = null;
        var server = await TestPlane.StartAsync(
            folder: folder, facts: usual => usual with { TurnOf = id => made?.Turns?.WaitOf(id) });
        var plane = made = new FleetPlane(server) { MostRuns = mostRuns ?? RunTurns.Usual };
        await plane.BeginAsync();
        return plane;
    }

    /// <summary>Starts the work on instances, as a server that starts again does.</summary>
    public async Task BeginAsync()
    {
        var parts = new FleetParts(
            Server.Plane.Store, new MachineProviders([Provider, Registered], Provider.Name), Login, Runner)
        {
            Accounts = Accounts,
            Clock = Server.Clock,
            Log = NullLogger.Instance,
            Turns = new(MostRuns),
        };
        Turns = parts.Turns;
        Fleet = await FleetHost.StartAsync(parts, default);
        Server.Plane.Store.Woken = items => items.ToList().ForEach(Fleet.Drivers.Wake);
    }

    /// <summary>Ends the work on instances, as a server that stops does.</summary>
    public async Task EndAsync()
    {
        Server.Plane.Store.Woken = null;
        if (Fleet is { } ended)
        {
            Fleet = null;
            await ended.DisposeAsync();
        }
    }

    /// <summary>Lets the time pass until an instance has a status.</summary>
    public Task WaitForAsync(string instance, string status) => PassUntilAsync(
        async () => await StatusAsync(instance) == status, $"the instance is {status}");

    /// <summary>Lets the time pass until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="text">The text of the condition.</param>
    public Task PassUntilAsync(Func<Task<bool>> condition, string text) => Eventually.TrueAsync(
        async () =>
        {
            if (await condition())
            {
                return true;
            }

            Server.Clock.Advance(Tick);
            return false;
        },
        text: text);

    public async Task<string> StatusAsync(string instance) =>
        (await Server.InstanceStateAsync(instance))["Status"]!.GetValue<string>();

    /// <summary>The statuses that an instance has had and why, from the activity log.</summary>
    public async Task<IReadOnlyList<(string Status, string? Reason)>> HistoryAsync(string stack, string instance)
    {
        var answer = await Server.CallAsync("DescribeActivity", new { StackId = stack, MaxResults = 100 });
        return [.. answer["Activity"]!.AsArray().Reverse()
            .SelectMany(entry => entry!["Changes"]!.AsArray())
            .Where(change => change!["Id"]!.GetValue<string>() == instance && change["After"] is not null)
            .Select(change => (
                JsonNode.Parse(change!["After"]!.GetValue<string>())!["Status"]?.GetValue<string>(),
                change["Warnings"]?[0]?.GetValue<string>()))
            .Where(line => line.Item1 is not null)
            .Select(line => (line.Item1!, line.Item2))];
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Server.DisposeAsync();
    }
}
