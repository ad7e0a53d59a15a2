using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks.Fleet;
using CSharpChef.TestSupport.Stacks.Providers;

namespace CSharpChef.Tests.Stacks.Fleet;

/// <summary>
/// The invariants of what is stored and run, while users, machines and servers do random things in a random order.
/// </summary>
public sealed class RandomFleetTests : IAsyncLifetime
{
    private const int Acts = 150;
    private static readonly string[] Types = ["setup", "configure", "shutdown", "execute_recipes"];
    private static readonly ProviderCall[] Calls =
        [ProviderCall.Launch, ProviderCall.Find, ProviderCall.Describe, ProviderCall.Start, ProviderCall.Stop];

    private readonly List<string> ids = [];
    private FleetPlane plane = null!;
    private string stack = "";

    public async ValueTask InitializeAsync()
    {
        plane = await FleetPlane.StartAsync();
        stack = await plane.Server.CreateStackAsync();
        var layer = await plane.Server.CreateLayerAsync(stack);
        foreach (var hostname in new[] { "web1", "web2", "web3" })
        {
            ids.Add(await plane.Server.CreateInstanceAsync(stack, layer, hostname));
        }
    }

    public ValueTask DisposeAsync() => plane.DisposeAsync();

    [Theory, WholeSuite]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_machine_runs_one_command_at_a_time_and_each_change_of_a_status_is_in_the_activity_log(int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < Acts; n++)
        {
            await ActAsync(random, ids[random.Next(ids.Count)]);
            await PassAsync(random.Next(4));
        }

        // From now on nothing changes any more.
        await plane.EndAsync();

        Assert.Empty(plane.Runner.Overlaps);
        Assert.True(plane.Runner.Begun.Count > 10, $"only {plane.Runner.Begun.Count} commands ran");
        foreach (var id in ids)
        {
            var changes = await ChangesAsync(id);
            Assert.True(changes.Count > 3, $"the instance has changed {changes.Count} times only");
            Assert.Equal(
                changes.SkipLast(1).Select(change => change.After), changes.Skip(1).Select(change => change.Before));
            Assert.Equal(await plane.StatusAsync(id), changes[^1].After);
        }
    }

    private async Task ActAsync(Random random, string id)
    {
        var type = Types[random.Next(Types.Length)];
        switch (random.Next(12))
        {
            case 0 or 1 or 2 or 3:
                await TryAsync("StartInstance", new { InstanceId = id });
                break;
            case 4:
                await TryAsync("StopInstance", new { InstanceId = id, Force = random.Next(4) == 0 });
                break;
            case 5:
                await TryAsync("RebootInstance", new { InstanceId = id });
                break;
            case 6 or 7:
                await TryAsync("CreateDeployment", new { StackId = stack, Command = new { Name = random.Next(2) == 0 ? "setup" : "configure" } });
                break;
            case 8:
                plane.Runner.Hold(type);
                break;
            case 9:
                plane.Runner.Release(type);
                break;
            case 10:
                plane.Provider.Faults.LoseAnswer(Calls[random.Next(Calls.Length)]);
                break;
            default:
                await plane.EndAsync();
                await plane.BeginAsync();
                break;
        }
    }

    // What the state of the instance does not allow is refused.
    private async Task TryAsync(string operation, object request)
    {
        try
        {
            await plane.Server.CallAsync(operation, request);
        }
        catch (OperationException)
        {
        }
    }

    private Task PassAsync(int ticks)
    {
        var passed = 0;
        return plane.PassUntilAsync(() => Task.FromResult(passed++ >= ticks), $"{ticks} seconds have passed");
    }

    private async Task<IReadOnlyList<(string? Before, string? After)>> ChangesAsync(string id)
    {
        var changes = new List<(string?, string?)>();
        for (var token = ""; token is not null;)
        {
            var page = await plane.Server.CallAsync(
                "DescribeActivity", new { StackId = stack, MaxResults = 100, NextToken = token == "" ? null : token });
            token = page["NextToken"]?.GetValue<string>();
            changes.AddRange(page["Activity"]!.AsArray().SelectMany(entry => entry!["Changes"]!.AsArray())
                .Where(change => change!["Id"]!.GetValue<string>() == id)
                .Select(change => (Status(change!["Before"]), Status(change["After"]))));
        }

        changes.Reverse();
        return [.. changes.Where(change => change.Item1 != change.Item2)];
    }

    private static string? Status(JsonNode? values) =>
        values is null ? null : JsonNode.Parse(values.GetValue<string>())!["Status"]?.GetValue<string>();
}
