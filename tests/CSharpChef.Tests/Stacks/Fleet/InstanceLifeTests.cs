using CSharpChef.Stacks.Instances.Life;
using CSharpChef.TestSupport.Stacks.Fleet;
using CSharpChef.TestSupport.Stacks.Providers;

namespace CSharpChef.Tests.Stacks.Fleet;

/// <summary>Instances on machines in memory, from their start to their end.</summary>
public sealed class InstanceLifeTests : IAsyncLifetime
{
    private FleetPlane plane = null!;
    private string stack = "";
    private string layer = "";

    public async ValueTask InitializeAsync()
    {
        plane = await FleetPlane.StartAsync();
        stack = await plane.Server.CreateStackAsync();
        layer = await plane.Server.CreateLayerAsync(stack);
    }

    public ValueTask DisposeAsync() => plane.DisposeAsync();

    [Fact]
    public async Task An_instance_that_is_started_goes_through_every_status_until_it_is_online()
    {
        var id = await NewAsync();

        await StartAsync(id);

        Assert.Equal(
            ["stopped", "requested", "pending", "booting", "running_setup", "online"],
            (await plane.HistoryAsync(stack, id)).Select(line => line.Status));
        Assert.Equal(("setup", "web1"), plane.Runner.Begun.First());
    }

    [Fact]
    public async Task Each_change_of_a_status_that_the_server_makes_has_its_reason_in_the_activity_log()
    {
        var id = await NewAsync();

        await StartAsync(id);

        Assert.Equal(
            [
                "the provider launched machine machine-1", "the machine runs at 192.0.2.1",
                "the command setup was queued", "it succeeded",
            ],
            (await plane.HistoryAsync(stack, id)).Skip(2).Select(line => line.Reason));
    }

    [Fact]
    public async Task Configure_runs_on_all_online_instances_when_one_enters_online()
    {
        var first = await NewAsync();
        await StartAsync(first);
        await ConfiguredAsync("web1");
        var second = await NewAsync();

        await StartAsync(second);

        await ConfiguredAsync("web2");
        await plane.PassUntilAsync(
            () => Task.FromResult(plane.Runner.Begun.Count(begun => begun == ("configure", "web1")) == 2),
            "web1 is configured again");
    }

    [Fact]
    public async Task What_a_command_publishes_is_kept_while_the_instance_is_online()
    {
        plane.Runner.Publishing["setup"] = Published("port", "5432");
        plane.Runner.Publishing["configure"] = Published("members", "web1");
        var id = await NewAsync();
        await StartAsync(id);
        Assert.Equal("5432", (await PublishedAsync(id))["port"]);

        await plane.PassUntilAsync(async () => (await PublishedAsync(id)).Count == 2, "Configure publishes too");
        plane.Runner.Publishing["shutdown"] = Published("late", "1");
        await StopAsync(id);

        Assert.Empty(await PublishedAsync(id));
    }

    [Fact]
    public async Task A_command_that_fails_publishes_nothing()
    {
        plane.Runner.Publishing["setup"] = Published("port", "5432");
        plane.Runner.Failing["setup"] = "it failed";
        var id = await NewAsync();

        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "setup_failed");

        Assert.Empty(await PublishedAsync(id));
    }

    [Fact]
    public async Task A_deleted_app_is_undeployed_from_the_online_instances_of_its_layers()
    {
        var (id, app) = (await NewAsync(), await NewAppAsync(layer));
        var other = await NewAppAsync(await plane.Server.CreateLayerAsync(stack, "db"));
        await StartAsync(id);

        await plane.Server.CallAsync("DeleteApp", new { AppId = other });
        await plane.Server.CallAsync("DeleteApp", new { AppId = app });

        await plane.PassUntilAsync(
            () => Task.FromResult(plane.Runner.Begun.Contains(("undeploy", "web1"))), "the app is undeployed");
        var deployments = (await plane.Server.CallAsync("DescribeDeployments", new { StackId = stack }))["Deployments"];
        Assert.Equal(app, Assert.Single(deployments!.AsArray())!["AppId"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_instance_that_stops_runs_its_Shutdown_and_keeps_its_machine()
    {
        var id = await NewAsync();
        await StartAsync(id);

        await StopAsync(id);

        Assert.Equal(
            ["online", "stopping", "shutting_down", "stopped"],
            (await plane.HistoryAsync(stack, id)).Select(line => line.Status).TakeLast(4));
        Assert.Contains(("shutdown", "web1"), plane.Runner.Begun);
        Assert.Single(plane.Provider.Orders);
    }

    [Fact]
    public async Task An_instance_that_starts_again_uses_the_machine_that_it_has()
    {
        var id = await NewAsync();
        await StartAsync(id);
        await StopAsync(id);

        await StartAsync(id);

        Assert.Single(plane.Provider.Orders);
        Assert.Contains(plane.Provider.Calls, call => call.Call == ProviderCall.Start);
        Assert.Equal(2, plane.Runner.Begun.Count(begun => begun.Type == "setup"));
    }

    [Fact]
    public async Task A_deleted_instance_leaves_no_machine()
    {
        var id = await NewAsync();
        await StartAsync(id);
        await StopAsync(id);

        await DeleteAsync(id);

        Assert.Empty(plane.Provider.Orders);
    }

    [Fact]
    public async Task An_instance_without_a_disk_of_its_own_ends_its_machine_when_it_stops()
    {
        var id = await NewAsync("instance-store");
        await StartAsync(id);

        await StopAsync(id);

        Assert.Equal(
            ["terminating", "shutting_down", "terminated", "stopped"],
            (await plane.HistoryAsync(stack, id)).Select(line => line.Status).TakeLast(4));
        Assert.Empty(plane.Provider.Orders);
    }

    [Fact]
    public async Task A_machine_that_the_provider_refuses_leaves_a_service_error_with_the_reason()
    {
        var id = await NewAsync();
        plane.Provider.Refusal = "there is no operating system 'BeOS'";

        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });

        await plane.WaitForAsync(id, "start_failed");
        var errors = await plane.Server.CallAsync("DescribeServiceErrors", new { InstanceId = id });
        Assert.Contains("BeOS", errors["ServiceErrors"]![0]!["Message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_does_not_boot_fails_after_its_limit_and_is_stopped_without_Shutdown()
    {
        plane.Provider.BootTime = Timeout.InfiniteTimeSpan;
        var id = await NewAsync();
        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "start_failed");

        await StopAsync(id);

        Assert.Empty(plane.Runner.Begun);
    }

    [Fact]
    public async Task A_failed_Setup_that_is_run_again_brings_the_instance_online()
    {
        plane.Runner.Failing["setup"] = "web::default:3 failed";
        var id = await NewAsync();
        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "setup_failed");
        plane.Runner.Failing.Clear();

        await plane.Server.CallAsync("CreateDeployment", new { StackId = stack, Command = new { Name = "setup" } });

        await plane.WaitForAsync(id, "online");
    }

    [Fact]
    public async Task A_stop_cancels_a_Setup_that_runs()
    {
        plane.Runner.Hold("setup");
        var id = await NewAsync();
        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "running_setup");

        await StopAsync(id);

        Assert.Contains(("shutdown", "web1"), plane.Runner.Begun);
    }

    [Fact]
    public async Task A_Shutdown_that_takes_too_long_does_not_keep_the_instance_from_stopping()
    {
        var id = await NewAsync();
        await StartAsync(id);
        plane.Runner.Hold("shutdown");

        await StopAsync(id);

        var commands = await plane.Server.CallAsync("DescribeCommands", new { InstanceId = id });
        Assert.Equal(
            "failed",
            commands["Commands"]!.AsArray().Single(command => command!["Type"]!.GetValue<string>() == "shutdown")!["Status"]!
                .GetValue<string>());
    }

    [Fact]
    public async Task A_reboot_ends_online_in_another_boot_and_runs_no_command()
    {
        var id = await NewAsync();
        await StartAsync(id);
        await ConfiguredAsync("web1");
        var commands = plane.Runner.Begun.Count;

        await plane.Server.CallAsync("RebootInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "online");

        Assert.Equal(
            ["online", "rebooting", "online"],
            (await plane.HistoryAsync(stack, id)).Select(line => line.Status).TakeLast(3));
        Assert.Single(plane.Provider.Calls, call => call.Call == ProviderCall.Reboot);
        Assert.Equal(commands, plane.Runner.Begun.Count);
    }

    [Fact]
    public async Task A_start_while_the_instance_stops_starts_it_again_afterwards()
    {
        var id = await NewAsync();
        await StartAsync(id);
        plane.Runner.Hold("shutdown");
        await plane.Server.CallAsync("StopInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "shutting_down");

        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });
        plane.Runner.Release("shutdown");

        await plane.WaitForAsync(id, "online");
        Assert.Contains("stopped", (await plane.HistoryAsync(stack, id)).Select(line => line.Status).Skip(1));
    }

    [Fact]
    public async Task A_launch_whose_answer_was_lost_makes_one_machine()
    {
        plane.Provider.Faults.LoseAnswer(ProviderCall.Launch);
        var id = await NewAsync();

        await StartAsync(id);

        Assert.Single(plane.Provider.Orders);
    }

    [Fact]
    public async Task Instances_that_are_stopped_at_any_moment_of_their_start_leave_no_machine_that_runs()
    {
        var random = new Random(14);
        var ids = new List<string>();
        for (var n = 0; n < 50; n++)
        {
            ids.Add(await NewAsync());
            await plane.Server.CallAsync("StartInstance", new { InstanceId = ids[^1] });
            plane.Server.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(2000)));
            Assert.Equal(ids.Count, await CountedAsync());
        }

        foreach (var id in ids.OrderBy(_ => random.Next()))
        {
            await plane.Server.CallAsync("StopInstance", new { InstanceId = id });
            plane.Server.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(1000)));
        }

        foreach (var id in ids)
        {
            await plane.WaitForAsync(id, "stopped");
        }

        Assert.Empty(plane.Provider.Running);
        foreach (var id in ids)
        {
            await DeleteAsync(id);
        }

        Assert.Empty(plane.Provider.Orders);
    }

    /// <summary>The sum of the counts by status in the summary of the stack.</summary>
    private async Task<int> CountedAsync() =>
        (await plane.Server.CallAsync("DescribeStackSummary", new { StackId = stack }))["StackSummary"]!["InstancesCount"]!
            .AsObject().Sum(count => count.Value!.GetValue<int>());

    private async Task<string> NewAsync(string disk = "ebs") => (await plane.Server.CallAsync("CreateInstance", new
    {
        StackId = stack,
        LayerIds = new[] { layer },
        InstanceType = "small",
        RootDeviceType = disk,
    }))["InstanceId"]!.GetValue<string>();

    private async Task<string> NewAppAsync(string ofLayer) => (await plane.Server.CallAsync("CreateApp", new
    {
        StackId = stack,
        Name = $"app-{ofLayer}",
        Type = "other",
        LayerIds = new[] { ofLayer },
    }))["AppId"]!.GetValue<string>();

    private Task<IReadOnlyDictionary<string, string>> PublishedAsync(string id) => plane.Server.Plane.Store.ReadAsync(
        async session => (await session.FindAsync<PublishedValues>(id))?.Values ?? new Dictionary<string, string>(),
        default);

    private static Dictionary<string, string> Published(string name, string value) => new() { [name] = value };

    private async Task StartAsync(string id)
    {
        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "online");
    }

    private async Task StopAsync(string id)
    {
        await plane.Server.CallAsync("StopInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "stopped");
    }

    private async Task DeleteAsync(string id)
    {
        await plane.Server.CallAsync("DeleteInstance", new { InstanceId = id });
        await plane.PassUntilAsync(
            async () => !(await plane.Server.CallAsync("DescribeInstances", new { StackId = stack }))["Instances"]!
                .AsArray().Any(instance => instance!["InstanceId"]!.GetValue<string>() == id),
            "the instance is deleted");
    }

    private Task ConfiguredAsync(string hostname) => plane.PassUntilAsync(
        () => Task.FromResult(plane.Runner.Begun.Contains(("configure", hostname))), $"{hostname} is configured");
}
