using CSharpChef.TestSupport.Stacks.Fleet;

namespace CSharpChef.Tests.Stacks.Fleet;

/// <summary>Online instances whose machines do not answer any more.</summary>
public sealed class ConnectionLossTests : IAsyncLifetime
{
    private FleetPlane plane = null!;
    private string stack = "";
    private string id = "";

    public async ValueTask InitializeAsync()
    {
        plane = await FleetPlane.StartAsync();
        stack = await plane.Server.CreateStackAsync();
        var layer = await plane.Server.CreateLayerAsync(stack);
        id = await plane.Server.CreateInstanceAsync(stack, layer);
        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "online");
        await ConfiguredAsync(1);
    }

    public ValueTask DisposeAsync() => plane.DisposeAsync();

    [Fact]
    public async Task The_connection_to_a_machine_that_does_not_answer_for_five_minutes_is_lost()
    {
        var before = plane.Server.Clock.GetUtcNow();
        plane.Login.Silence = "the connection timed out";

        await plane.WaitForAsync(id, "connection_lost");

        Assert.InRange(plane.Server.Clock.GetUtcNow() - before, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(8));
        Assert.Equal(
            "the machine has not answered for 5 minutes: the connection timed out",
            (await plane.HistoryAsync(stack, id))[^1].Reason);
        var errors = await plane.Server.CallAsync("DescribeServiceErrors", new { InstanceId = id });
        Assert.Equal("connection_lost", errors["ServiceErrors"]![0]!["Type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_machine_that_answers_again_is_online_and_configured()
    {
        plane.Login.Silence = "the connection timed out";
        await plane.WaitForAsync(id, "connection_lost");

        plane.Login.Silence = null;

        await plane.WaitForAsync(id, "online");
        await ConfiguredAsync(2);
    }

    [Fact]
    public async Task A_machine_that_its_provider_sees_stopped_is_lost_at_once_with_this_reason()
    {
        plane.Provider.PowerOff("machine-1");
        var before = plane.Server.Clock.GetUtcNow();

        await plane.WaitForAsync(id, "connection_lost");

        Assert.True(plane.Server.Clock.GetUtcNow() - before < TimeSpan.FromMinutes(3));
        Assert.Equal("the machine has stopped", (await plane.HistoryAsync(stack, id))[^1].Reason);
    }

    [Fact]
    public async Task A_machine_with_another_host_key_is_lost_at_once()
    {
        plane.Login.Refusal = "the host key has changed";

        await plane.WaitForAsync(id, "connection_lost");

        Assert.Equal("the host key has changed", (await plane.HistoryAsync(stack, id))[^1].Reason);
    }

    [Fact]
    public async Task A_machine_that_rebooted_by_itself_stays_online_and_the_activity_says_so()
    {
        await plane.Provider.RebootAsync("machine-1", TestContext.Current.CancellationToken);

        await plane.PassUntilAsync(
            async () => (await plane.Server.CallAsync("DescribeActivity", new { StackId = stack })).ToJsonString()
                .Contains("the machine answers after a reboot", StringComparison.Ordinal),
            "the boot is noted");

        Assert.Equal("online", await plane.StatusAsync(id));
    }

    [Fact]
    public async Task A_command_waits_for_a_machine_that_was_lost_and_runs_when_it_is_back()
    {
        var waiting = await LoseWithCommandAsync();

        plane.Login.Refusal = null;

        await plane.PassUntilAsync(() => IsAsync(waiting, "successful"), "the command has run");
    }

    [Fact]
    public async Task A_command_that_waits_for_a_lost_machine_for_a_day_is_given_up()
    {
        var waiting = await LoseWithCommandAsync();

        plane.Server.Clock.Advance(TimeSpan.FromHours(25));

        await plane.PassUntilAsync(() => IsAsync(waiting, "expired"), "the command is given up");
    }

    // A command that is queued while another one runs, before a reboot after which the host key is another one.
    private async Task<string> LoseWithCommandAsync()
    {
        plane.Runner.Hold("execute_recipes");
        await ExecuteAsync();
        var waiting = await ExecuteAsync();
        await plane.PassUntilAsync(
            () => Task.FromResult(plane.Runner.Begun.Any(begun => begun.Type == "execute_recipes")), "the first runs");
        plane.Login.Refusal = "the host key has changed";
        await plane.Server.CallAsync("RebootInstance", new { InstanceId = id });
        plane.Runner.Release("execute_recipes");
        await plane.WaitForAsync(id, "connection_lost");
        return waiting;
    }

    private async Task<bool> IsAsync(string deployment, string status) =>
        (await plane.Server.CallAsync("DescribeCommands", new { DeploymentId = deployment }))
            ["Commands"]![0]!["Status"]!.GetValue<string>() == status;

    private async Task<string> ExecuteAsync() => (await plane.Server.CallAsync(
        "CreateDeployment",
        new
        {
            StackId = stack,
            InstanceIds = new[] { id },
            Command = new { Name = "execute_recipes", Args = new Dictionary<string, string[]> { ["recipes"] = ["web"] } },
        }))["DeploymentId"]!.GetValue<string>();

    private Task ConfiguredAsync(int times) => plane.PassUntilAsync(
        () => Task.FromResult(plane.Runner.Begun.Count(begun => begun.Type == "configure") == times),
        $"configure has run {times} times");
}
