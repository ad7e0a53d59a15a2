using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Clients;
using CSharpChef.FleetTests.Stacks.Providers;
using CSharpChef.FleetTests.Web;
using CSharpChef.Stacks.Providers.Local;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>The life of instances on real machines, by the tool and by the AWS command line.</summary>
[Collection(FleetCollectionFactory.LocalMachines)]
public sealed class FirstStoryTests : IAsyncLifetime
{
    private FleetServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LocalOptions Machines => server.Host.Options;

    public async ValueTask InitializeAsync() => server = await FleetServer.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_instances_serve_a_page_run_recipes_start_again_with_their_disks_and_leave_nothing_behind()
    {
        var stack = new SiteStack(server, await server.LogInAsync(Cancel), Cancel);
        await stack.CreateAsync();

        await stack.OnEachAsync("start", "--wait");
        Assert.Equal("hello from web1\nhello from web2\n", await stack.PagesAsync());
        await ExpectPlanAsync(stack);
        await ExpectChangeAsync(stack);
        await ExpectFailureAsync(stack);

        await stack.OnEachAsync("stop", "--wait");
        Assert.Equal(["stopped", "stopped"], await stack.StatusesAsync());
        await stack.OnEachAsync("start", "--wait");
        Assert.Equal("hello from web1\nhello from web2\n", await stack.PagesAsync());
        await stack.OnEachAsync("stop", "--wait");
        Assert.Equal(["stopped\nstopped\n", "stopped\nstopped\n"], MachineFolder.Ids(Machines).Select(Shutdowns));

        await stack.OnEachAsync("delete", "--yes");
        await LocalHost.UntilAsync(async () => await stack.StatusesAsync() is [], Cancel);
        Assert.Equal(0, await server.TerminateAsync());
        Assert.Empty(server.Host.Remains());
    }

    [Fact]
    public async Task The_AWS_command_line_starts_an_instance_runs_a_recipe_and_waits_for_each_status()
    {
        AwsClient.SkipUnlessInstalled();
        using var waiters = new QuickWaiters();
        await using var client = ClientSession.Start(
            "cli", server.Url, server.Credentials, models: waiters.Folder);
        var story = new AwsStory(client);
        await story.CreateAsync(server);

        await story.ChangeAsync("StartInstance", "InstanceOnline");
        await story.ExecuteAsync("site::page");
        var page = Read(Assert.Single(MachineFolder.Ids(Machines)), "var/www/html/index.html");
        await story.ChangeAsync("StopInstance", "InstanceStopped");
        await story.ChangeAsync("DeleteInstance", "InstanceTerminated");

        Assert.StartsWith("good evening from ", page, StringComparison.Ordinal);
        Assert.Equal(0, await server.TerminateAsync());
        Assert.Empty(server.Host.Remains());
    }

    private static async Task ExpectPlanAsync(SiteStack stack)
    {
        var results = await stack.PlanAsync("site::page", """{"greeting":"good evening"}""");

        var page = results["Results"]!.AsArray().Single(
            result => result!["Resource"]!.GetValue<string>() == "file[/var/www/html/index.html]")!;
        Assert.Equal("changed", page["Status"]!.GetValue<string>());
        Assert.Equal("site::page", Assert.Single(results["Recipes"]!.AsArray())!.GetValue<string>());
        Assert.Equal("hello from web1\nhello from web2\n", await stack.PagesAsync());
    }

    private static async Task ExpectChangeAsync(SiteStack stack)
    {
        var outcome = await stack.ExecuteAsync("site::page", """{"greeting":"good evening"}""");

        Assert.Equal((0, "successful"), (outcome.ExitCode, outcome.Status));
        Assert.All(outcome.Logs, log => Assert.Contains("+good evening from web", log.ExpectSuccess("command logs"), StringComparison.Ordinal));
        Assert.Equal("good evening from web1\ngood evening from web2\n", await stack.PagesAsync());
    }

    private async Task ExpectFailureAsync(SiteStack stack)
    {
        var outcome = await stack.ExecuteAsync("mistake", "{}");

        Assert.Equal((1, "failed"), (outcome.ExitCode, outcome.Status));
        Assert.Equal(["failed", "failed"], outcome.CommandStatuses);
        Assert.Equal(["Welcome\n", "Welcome\n"], MachineFolder.Ids(Machines).Select(machine => Read(machine, "etc/motd")));
        Assert.All(outcome.Logs, log => Assert.Equal(1, log.ExitCode));
        Assert.All(
            outcome.Logs, log => Assert.Contains("mistake/recipes/default.csx:1:", log.Output, StringComparison.Ordinal));
    }

    // What the recipe of Shutdown has written in all lives of the machine.
    private string Shutdowns(string machine) => Read(machine, "root/shutdowns");

    private string Read(string machine, string path) =>
        File.ReadAllText(Path.Combine(new MachineFolder(Machines, machine).Upper, path));
}
