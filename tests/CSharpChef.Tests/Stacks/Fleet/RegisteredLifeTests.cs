using CSharpChef.Stacks.Fleet;
using CSharpChef.TestSupport.Stacks.Fleet;

namespace CSharpChef.Tests.Stacks.Fleet;

/// <summary>Machines that are registered, on which nothing runs, from their registration to their end.</summary>
public sealed class RegisteredLifeTests : IAsyncLifetime
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
    public async Task A_registered_machine_stands_by_after_a_first_Setup()
    {
        var id = await plane.Server.RegisterAsync(stack, "old1");

        await plane.WaitForAsync(id, "registered");

        Assert.Equal([("setup", "old1")], plane.Runner.Begun);
    }

    [Fact]
    public async Task A_machine_of_which_only_OpsWorks_members_are_known_waits_for_its_host_keys()
    {
        var id = await RegisterBareAsync("old1");

        var second = await plane.Server.RegisterAsync(stack, "old1");

        Assert.Equal(id, second);
        await plane.WaitForAsync(id, "registered");
    }

    [Fact]
    public async Task A_machine_that_the_server_cannot_log_in_to_says_why_and_fails_after_15_minutes()
    {
        plane.Login.Silence = "192.0.2.20 refused the connection";
        var id = await plane.Server.RegisterAsync(stack, "old1");
        await plane.PassUntilAsync(
            async () => (await ConnectionAsync(id))["LoginProblem"] is not null, "the problem is known");

        var begin = plane.Server.Clock.GetUtcNow();
        await plane.WaitForAsync(id, "setup_failed");

        Assert.InRange((plane.Server.Clock.GetUtcNow() - begin).TotalMinutes, 14, 16);
        var errors = await plane.Server.CallAsync("DescribeServiceErrors", new { InstanceId = id });
        Assert.Contains("refused the connection", errors["ServiceErrors"]![0]!["Message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_is_registered_again_after_a_failure_stands_by()
    {
        plane.Runner.Failing["setup"] = "it failed";
        var id = await plane.Server.RegisterAsync(stack, "old1");
        await plane.WaitForAsync(id, "setup_failed");
        plane.Runner.Failing.Clear();

        Assert.Equal(id, await plane.Server.RegisterAsync(stack, "other", "192.0.2.21"));

        await plane.WaitForAsync(id, "registered");
        Assert.Equal("192.0.2.21", (await ConnectionAsync(id))["Address"]!.GetValue<string>());
        Assert.Equal("old1", (await plane.Server.InstanceStateAsync(id))["Hostname"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_assigned_machine_runs_Setup_and_an_unassigned_one_Shutdown_with_its_layers()
    {
        var id = await AssignedAsync("old1");

        await plane.Server.CallAsync("UnassignInstance", new { InstanceId = id });
        var layers = (await plane.Server.InstanceStateAsync(id))["LayerIds"]!.AsArray().Count;
        await plane.WaitForAsync(id, "registered");

        Assert.Equal(1, layers);
        Assert.Empty((await plane.Server.InstanceStateAsync(id))["LayerIds"]!.AsArray());
        Assert.Contains(("shutdown", "old1"), plane.Runner.Begun);
        Assert.Equal(
            ["registering", "registered", "assigning", "running_setup", "online", "unassigning", "registered"],
            Changes((await plane.HistoryAsync(stack, id)).Select(line => line.Status)));
    }

    [Fact]
    public async Task An_assigned_machine_that_reboots_is_online_again()
    {
        var id = await AssignedAsync("old1");

        await plane.Server.CallAsync("RebootInstance", new { InstanceId = id });

        await plane.PassUntilAsync(() => Task.FromResult(plane.Login.Boots == 1), "the machine has rebooted");
        await plane.WaitForAsync(id, "online");
    }

    [Fact]
    public async Task A_machine_that_does_not_answer_for_minutes_is_lost_and_online_again_when_it_does()
    {
        var id = await AssignedAsync("old1");

        plane.Login.Silence = "192.0.2.20 refused the connection";
        var begin = plane.Server.Clock.GetUtcNow();
        await plane.WaitForAsync(id, "connection_lost");
        var passed = plane.Server.Clock.GetUtcNow() - begin;
        plane.Login.Silence = null;

        await plane.WaitForAsync(id, "online");
        Assert.InRange(passed.TotalMinutes, 3, 7);
    }

    [Fact]
    public async Task A_machine_that_is_lost_leaves_its_layers_at_once()
    {
        var id = await AssignedAsync("old1");
        plane.Login.Silence = "192.0.2.20 refused the connection";
        await plane.WaitForAsync(id, "connection_lost");

        await plane.Server.CallAsync("UnassignInstance", new { InstanceId = id });

        Assert.Equal("registered", await plane.StatusAsync(id));
        Assert.DoesNotContain(("shutdown", "old1"), plane.Runner.Begun);
    }

    [Fact]
    public async Task Unassigning_during_Setup_ends_it()
    {
        var id = await plane.Server.RegisterAsync(stack, "old1");
        await plane.WaitForAsync(id, "registered");
        plane.Runner.Hold("setup");
        await plane.Server.CallAsync("AssignInstance", new { InstanceId = id, LayerIds = new[] { layer } });
        await plane.WaitForAsync(id, "running_setup");

        await plane.Server.CallAsync("UnassignInstance", new { InstanceId = id });

        await plane.WaitForAsync(id, "registered");
    }

    [Fact]
    public async Task A_deregistered_machine_runs_Shutdown_loses_the_access_of_the_server_and_is_gone()
    {
        var id = await AssignedAsync("old1");

        await plane.Server.CallAsync("DeregisterInstance", new { InstanceId = id });

        await GoneAsync(id);
        Assert.Contains(("shutdown", "old1"), plane.Runner.Begun);
        Assert.Equal(["old1"], plane.Accounts.Removed);
    }

    [Fact]
    public async Task A_deregistered_machine_that_cannot_be_reached_is_gone_after_five_minutes()
    {
        var id = await plane.Server.RegisterAsync(stack, "old1");
        await plane.WaitForAsync(id, "registered");
        plane.Accounts.Problem = new LoginResult.NotYet("192.0.2.20 refused the connection");

        await plane.Server.CallAsync("DeregisterInstance", new { InstanceId = id });

        var begin = plane.Server.Clock.GetUtcNow();
        await GoneAsync(id);
        Assert.InRange((plane.Server.Clock.GetUtcNow() - begin).TotalMinutes, 4, 6);
    }

    [Fact]
    public async Task A_registered_machine_can_be_neither_started_nor_stopped_nor_deleted()
    {
        var id = await AssignedAsync("old1");

        foreach (var operation in (string[])["StartInstance", "StopInstance", "DeleteInstance"])
        {
            var refusal = await plane.Server.RequireRefusalAsync(operation, new { InstanceId = id });
            Assert.Equal("ValidationException", refusal.Code);
        }
    }

    [Fact]
    public async Task A_machine_that_the_server_does_not_know_is_not_assigned_and_deregistered_at_once()
    {
        var id = await RegisterBareAsync("old1");

        await plane.Server.RequireRefusalAsync("AssignInstance", new { InstanceId = id, LayerIds = new[] { layer } });
        await plane.Server.CallAsync("DeregisterInstance", new { InstanceId = id });

        await plane.Server.RequireRefusalAsync("DeregisterInstance", new { InstanceId = id });
    }

    [Theory]
    [InlineData("")]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-dss AAAA")]
    [InlineData("ssh-ed25519 not*base64")]
    [InlineData("ssh-ed25519 AAAA\nssh-ed25519 BBBB")]
    public async Task Host_keys_that_are_not_lines_of_public_keys_are_refused(string key)
    {
        var refusal = await plane.Server.RequireRefusalAsync(
            "RegisterMachine",
            new { StackId = stack, Hostname = "old1", Address = "192.0.2.20", HostKeys = new[] { key } });

        Assert.StartsWith("HostKeys", refusal.Message, StringComparison.Ordinal);
    }

    private static List<string> Changes(IEnumerable<string> statuses) => statuses.Aggregate(
        new List<string>(), (all, next) => all is [.., var last] && last == next ? all : [.. all, next]);

    private async Task<string> AssignedAsync(string hostname)
    {
        var id = await plane.Server.RegisterAsync(stack, hostname);
        await plane.WaitForAsync(id, "registered");
        await plane.Server.CallAsync("AssignInstance", new { InstanceId = id, LayerIds = new[] { layer } });
        await plane.WaitForAsync(id, "online");
        return id;
    }

    private async Task<string> RegisterBareAsync(string hostname) => (await plane.Server.CallAsync(
        "RegisterInstance", new { StackId = stack, Hostname = hostname }))["InstanceId"]!.GetValue<string>();

    private Task<System.Text.Json.Nodes.JsonNode> ConnectionAsync(string id) =>
        plane.Server.CallAsync("DescribeInstanceConnection", new { InstanceId = id });

    private Task GoneAsync(string id) => plane.PassUntilAsync(
        async () => (await plane.Server.CallAsync("DescribeInstances", new { StackId = stack }))["Instances"]!.AsArray()
            .All(instance => instance!["InstanceId"]!.GetValue<string>() != id),
        "the instance is gone");
}
