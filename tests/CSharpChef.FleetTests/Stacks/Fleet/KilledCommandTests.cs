using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Providers;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>Commands whose server is killed while they run on a real machine.</summary>
[Collection(FleetCollectionFactory.LocalMachines)]
public sealed partial class KilledCommandTests : IAsyncLifetime
{
    private const string Held = "root/held";
    private FleetServer server = null!;
    private ServerTool tool = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await FleetServer.StartAsync(Cancel);
        tool = await server.LogInAsync(Cancel);
        await tool.SucceedAsync(
            Cancel, "stack", "create", "shop", "--use-custom-cookbooks", "true", "--custom-cookbooks-source",
            JsonSerializer.Serialize(server.Source));
        await tool.SucceedAsync(Cancel, "layer", "create", "web");
        await tool.SucceedAsync(Cancel, "instance", "create", "--layer", "web", "--hostname", "web1");
        await tool.SucceedAsync(Cancel, "instance", "start", "web1", "--wait");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_command_whose_server_was_killed_is_followed_to_its_end_and_never_begun_a_second_time()
    {
        var (deployment, machine) = await BeginAsync("held");

        await ReplaceAsync();
        await File.WriteAllTextAsync(Path.Combine(machine, "root/release"), "", Cancel);

        await tool.SucceedAsync(Cancel, "deployment", "show", deployment, "--wait");
        Assert.Equal(["begun", "ended"], await File.ReadAllLinesAsync(Path.Combine(machine, Held), Cancel));
        Assert.Contains("is followed", await LogAsync(deployment), StringComparison.Ordinal);
    }

    // The first part is what every command does first.
    [Fact]
    public async Task A_command_whose_server_was_killed_before_its_last_part_fails_and_says_where_it_stopped()
    {
        var (deployment, machine) = await BeginAsync("held::parts");

        await ReplaceAsync();
        await File.WriteAllTextAsync(Path.Combine(machine, "root/release"), "", Cancel);

        Assert.Equal(1, (await tool.RunAsync(Cancel, "deployment", "show", deployment, "--wait")).ExitCode);
        Assert.Equal(["begun", "ended"], await File.ReadAllLinesAsync(Path.Combine(machine, Held), Cancel));
        var log = await LogAsync(deployment);
        Assert.True(
            log.Contains("its part 2 has ended (2 changed, 0 failed), and what follows did not run", StringComparison.Ordinal), log);
    }

    private async Task ReplaceAsync()
    {
        await server.ReplaceAsync();
        tool = await server.LogInAsync(Cancel);
    }

    // Waits until the recipe has begun, and returns the machine's root folder too.
    private async Task<(string Deployment, string Machine)> BeginAsync(string recipe)
    {
        var command = JsonSerializer.Serialize(new { Name = "execute_recipes", Args = new { recipes = new[] { recipe } } });
        var deployment = (await tool.SucceedAsync(Cancel, "deployment", "create", "--command", command)).Trim();
        await LocalHost.UntilAsync(() => Task.FromResult(MachineRoot() is not null), Cancel);
        return (deployment, MachineRoot()!);
    }

    private async Task<string> LogAsync(string deployment)
    {
        var command = Assert.Single(await tool.ListAsync(Cancel, "command", "list", "--deployment-id", deployment));
        return (await tool.RunAsync(Cancel, "command", "logs", command["CommandId"]!.GetValue<string>())).Output;
    }

    // The only machine on which the recipe has begun and not ended; one of an earlier test may still be going down.
    internal static string? MachineRoot() => Directory.EnumerateDirectories("/proc")
        .Where(process => int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out _))
        .Where(IsHeld)
        .Select(process => Path.Combine(process, "root"))
        .FirstOrDefault();

    // Of the processes of a machine, its first one does not end before the machine.
    private static bool IsHeld(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "root", Held)) == "begun\n"
                && File.ReadLines(Path.Combine(process, "status")).Any(line => IsFirst().IsMatch(line));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^NSpid:.*\t1$")]
    private static partial Regex IsFirst();
}
