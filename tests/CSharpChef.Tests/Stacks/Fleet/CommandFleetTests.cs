using System.Text.Json.Nodes;
using CSharpChef.TestSupport.Stacks.Fleet;

namespace CSharpChef.Tests.Stacks.Fleet;

/// <summary>Commands on machines in memory: pauses, limits, retries, plans and cancels.</summary>
public sealed class CommandFleetTests : IAsyncDisposable
{
    private FleetPlane plane = null!;
    private string stack = "";
    private string layer = "";

    public async ValueTask DisposeAsync()
    {
        if (plane is not null)
        {
            await plane.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_paused_stack_runs_what_users_start_and_holds_what_the_server_starts()
    {
        await StartAsync();
        var first = await OnlineAsync();
        await CallAsync("PauseStack", new { StackId = stack, Reason = "the database moves" });
        var second = await OnlineAsync();

        var deployment = await CreateAsync(first, "configure");

        await EndedAsync(deployment);
        var waiting = await UntilAsync(second, command => Text(command["Type"]) == "configure");
        Assert.Equal("pending", Text(waiting["Status"]));
        Assert.Equal(
            $"the stack is paused by {plane.Server.Admin.UserArn}: the database moves",
            Text(waiting["Waiting"]!["Reason"]));

        await CallAsync("ResumeStack", new { StackId = stack });

        await UntilAsync(
            second, command => Text(command["Type"]) == "configure" && Text(command["Status"]) == "successful");
    }

    [Fact]
    public async Task A_pause_ends_by_itself_and_is_shown_until_then()
    {
        await StartAsync();
        await CallAsync("PauseStack", new { StackId = stack, Reason = "maintenance", For = "2h" });
        var id = await OnlineAsync();
        Assert.Equal("maintenance", Text((await StackAsync())["Pause"]!["Reason"]));

        plane.Server.Clock.Advance(TimeSpan.FromHours(2));

        await UntilAsync(id, command => Text(command["Type"]) == "configure" && Text(command["Status"]) == "successful");
        Assert.Null((await StackAsync())["Pause"]);
    }

    [Fact]
    public async Task A_command_beyond_the_limit_of_its_stack_shows_behind_which_command_it_waits()
    {
        await StartAsync();
        var (first, second) = (await ConfiguredAsync(), await ConfiguredAsync());
        await CallAsync("SetStackLimits", new { StackId = stack, RunsAtOnce = 1 });
        plane.Runner.Hold("execute_recipes");
        await CreateAsync(first, "execute_recipes");
        var running = await UntilAsync(first, command => command["AcknowledgedAt"] is not null
            && Text(command["Type"]) == "execute_recipes");

        await CreateAsync(second, "execute_recipes");

        var waiting = await UntilAsync(second, command => command["Waiting"] is not null);
        Assert.Equal("the stack runs 1 command at once", Text(waiting["Waiting"]!["Reason"]));
        Assert.Equal(Text(running["CommandId"]), Text(waiting["Waiting"]!["BehindCommandId"]));
        Assert.NotNull(waiting["Waiting"]!["Until"]);

        plane.Runner.Release("execute_recipes");

        await UntilAsync(second, command => Text(command["Type"]) == "execute_recipes"
            && Text(command["Status"]) == "successful");
    }

    [Fact]
    public async Task A_server_that_may_run_one_command_runs_those_of_two_stacks_one_after_another()
    {
        await StartAsync(mostRuns: 1);
        var first = await ConfiguredAsync();
        plane.Runner.Hold("execute_recipes");
        await CreateAsync(first, "execute_recipes");
        await UntilAsync(first, command => command["AcknowledgedAt"] is not null
            && Text(command["Type"]) == "execute_recipes");
        stack = await plane.Server.CreateStackAsync("second");
        layer = await plane.Server.CreateLayerAsync(stack);
        var second = await plane.Server.CreateInstanceAsync(stack, layer);

        await CallAsync("StartInstance", new { InstanceId = second });

        var waiting = await UntilAsync(second, command => command["Waiting"] is not null);
        Assert.Equal("the server runs 1 command at once", Text(waiting["Waiting"]!["Reason"]));
        plane.Runner.Release("execute_recipes");
        await plane.WaitForAsync(second, "online");
    }

    [Fact]
    public async Task A_failed_command_that_is_retried_runs_again_with_its_arguments_and_names_the_first_one()
    {
        await StartAsync();
        var id = await ConfiguredAsync();
        plane.Runner.Failing["execute_recipes"] = "site::page:1 failed";
        await EndedAsync(await CreateAsync(id, "execute_recipes", timeLimit: 90));
        var failed = await UntilAsync(id, command => Text(command["Status"]) == "failed");
        plane.Runner.Failing.Clear();

        var retried = await CallAsync("RetryCommand", new { CommandId = Text(failed["CommandId"]) });

        await EndedAsync(Text(retried["DeploymentId"]));
        var command = await UntilAsync(id, command => Text(command["CommandId"]) == Text(retried["CommandId"]));
        Assert.Equal("successful", Text(command["Status"]));
        Assert.Equal(Text(failed["CommandId"]), Text(command["RetryOf"]));
        Assert.Equal(["site"], command["Recipes"]!.AsArray().Select(Text));
        Assert.Equal(90, command["TimeLimit"]!.GetValue<int>());
        Assert.Equal(
            (plane.Server.Admin.UserArn, "127.0.0.1"), (Text(command["StartedBy"]), Text(command["StartedFrom"])));
    }

    [Fact]
    public async Task A_command_that_was_successful_cannot_be_retried()
    {
        await StartAsync();
        var id = await ConfiguredAsync();
        await EndedAsync(await CreateAsync(id, "configure"));
        var command = (await CommandsAsync(id))[0]!;

        var refusal = await plane.Server.RequireRefusalAsync(
            "RetryCommand", new { CommandId = Text(command["CommandId"]) });

        Assert.Contains("cannot be run again: it was successful", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_a_Setup_leaves_the_instance_online_and_is_shown_as_a_plan()
    {
        await StartAsync();
        var id = await ConfiguredAsync();

        var deployment = await CallAsync(
            "CreateDeployment",
            new { StackId = stack, InstanceIds = new[] { id }, Command = new { Name = "setup" }, Plan = true });

        await EndedAsync(Text(deployment["DeploymentId"]));
        Assert.Equal("plan_setup", Text((await CommandsAsync(id))[0]!["Type"]));
        Assert.Single(await plane.HistoryAsync(stack, id), line => line.Status == "running_setup");
    }

    [Fact]
    public async Task A_command_with_a_time_limit_of_its_own_fails_after_it()
    {
        await StartAsync();
        var id = await ConfiguredAsync();
        plane.Runner.Hold("execute_recipes");

        await EndedAsync(await CreateAsync(id, "execute_recipes", timeLimit: 30));

        Assert.Equal("it took longer than 30 seconds", Text((await CommandsAsync(id))[0]!["Ending"]));
    }

    [Fact]
    public async Task A_waiting_command_that_is_cancelled_ends_at_once()
    {
        await StartAsync();
        var id = await ConfiguredAsync();
        plane.Runner.Hold("execute_recipes");
        await CreateAsync(id, "execute_recipes");
        await UntilAsync(id, command => command["AcknowledgedAt"] is not null
            && Text(command["Type"]) == "execute_recipes");
        await CreateAsync(id, "configure");
        var waiting = (await CommandsAsync(id))[0]!;
        Assert.Equal("the instance runs execute_recipes first", Text(waiting["Waiting"]!["Reason"]));

        await CallAsync("CancelCommand", new { CommandId = Text(waiting["CommandId"]) });

        Assert.Equal("failed", Text((await CommandsAsync(id))[0]!["Status"]));
        plane.Runner.Release("execute_recipes");
    }

    private async Task StartAsync(int? mostRuns = null)
    {
        plane = await FleetPlane.StartAsync(mostRuns: mostRuns);
        stack = await plane.Server.CreateStackAsync();
        layer = await plane.Server.CreateLayerAsync(stack);
    }

    private async Task<string> OnlineAsync()
    {
        var id = await plane.Server.CreateInstanceAsync(stack, layer);
        await CallAsync("StartInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "online");
        return id;
    }

    /// <summary>An online instance without commands that wait.</summary>
    private async Task<string> ConfiguredAsync()
    {
        var id = await OnlineAsync();
        await UntilAsync(id, command => Text(command["Type"]) == "configure" && Text(command["Status"]) == "successful");
        await plane.PassUntilAsync(
            async () => (await CommandsAsync(id)).All(command => Text(command!["Status"]) != "pending"), "the queue is empty");
        return id;
    }

    private async Task<string> CreateAsync(string instance, string name, int? timeLimit = null)
    {
        var args = name == "execute_recipes" ? new Dictionary<string, string[]> { ["recipes"] = ["site"] } : null;
        var request = new JsonObject
        {
            ["StackId"] = stack,
            ["InstanceIds"] = new JsonArray(instance),
            ["Command"] = System.Text.Json.JsonSerializer.SerializeToNode(new { Name = name, Args = args }),
            ["TimeLimit"] = timeLimit,
        };
        return Text((await CallAsync("CreateDeployment", request.ToJsonString()))["DeploymentId"]);
    }

    private Task EndedAsync(string deployment) => plane.PassUntilAsync(
        async () => Text((await CallAsync(
            "DescribeDeployments", new { DeploymentIds = new[] { deployment } }))["Deployments"]![0]!["Status"]) != "running",
        "the deployment has ended");

    private async Task<JsonNode> UntilAsync(string instance, Func<JsonNode, bool> isWanted)
    {
        JsonNode? found = null;
        await plane.PassUntilAsync(
            async () =>
            {
                found = (await CommandsAsync(instance)).FirstOrDefault(command => isWanted(command!));
                return found is not null;
            },
            "the command is as wanted");
        return found!;
    }

    private async Task<JsonArray> CommandsAsync(string instance) =>
        (await CallAsync("DescribeCommandDetails", new { InstanceId = instance }))["Commands"]!.AsArray();

    private async Task<JsonNode> StackAsync() =>
        (await CallAsync("DescribeStacks", new { StackIds = new[] { stack } }))["Stacks"]![0]!;

    private Task<JsonNode> CallAsync(string operation, object request) => plane.Server.CallAsync(operation, request);

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
