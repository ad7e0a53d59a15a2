using CSharpChef.Stacks.Instances;
using CSharpChef.TestSupport.Stacks.Fleet;
using CSharpChef.TestSupport.Stacks.Providers;

namespace CSharpChef.Tests.Stacks.Fleet;

/// <summary>Servers that end while an instance is in a status, and others that go on.</summary>
public sealed class ServerReplacementTests : IAsyncLifetime
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
    }

    public ValueTask DisposeAsync() => plane.DisposeAsync();

    [Theory]
    [InlineData("requested")]
    [InlineData("pending")]
    [InlineData("booting")]
    [InlineData("running_setup")]
    public async Task A_start_goes_on_from_each_status_on_one_machine(string status)
    {
        var launch = status == "requested" ? plane.Provider.Faults.Hold(ProviderCall.Launch) : null;
        plane.Login.Silence = status == "booting" ? "the connection was refused" : null;
        plane.Runner.Hold("setup");
        await CallAsync("StartInstance");
        await (launch?.Begun ?? Task.CompletedTask);
        await plane.WaitForAsync(id, status);

        await ReplaceAsync();

        await plane.WaitForAsync(id, "online");
        Assert.Single(plane.Provider.Orders);
    }

    [Fact]
    public async Task A_reboot_goes_on_and_is_asked_for_once()
    {
        await StartAsync();
        plane.Login.Silence = "the connection was refused";
        await CallAsync("RebootInstance");
        await plane.PassUntilAsync(IsRebootSentAsync, "the reboot is asked for");
        await plane.WaitForAsync(id, "rebooting");

        await ReplaceAsync();

        await plane.WaitForAsync(id, "online");
        Assert.Single(plane.Provider.Calls, call => call.Call == ProviderCall.Reboot);
    }

    [Fact]
    public async Task A_stop_goes_on_from_its_Shutdown_and_from_the_end_of_its_machine()
    {
        await StartAsync();
        plane.Runner.Hold("shutdown");
        await CallAsync("StopInstance");
        await plane.WaitForAsync(id, "shutting_down");

        await ReplaceAsync();
        await plane.PassUntilAsync(
            () => Task.FromResult(plane.Provider.Calls.Any(call => call.Call == ProviderCall.Stop)), "the machine stops");
        await ReplaceAsync();

        await plane.WaitForAsync(id, "stopped");
        Assert.Empty(plane.Provider.Running);
    }

    [Fact]
    public async Task A_deletion_goes_on_and_leaves_no_machine()
    {
        await StartAsync();
        await CallAsync("StopInstance");
        await plane.WaitForAsync(id, "stopped");
        var terminate = plane.Provider.Faults.Hold(ProviderCall.Terminate);
        await CallAsync("DeleteInstance");
        await terminate.Begun;

        await ReplaceAsync();

        await plane.PassUntilAsync(
            async () => (await plane.Server.CallAsync("DescribeInstances", new { StackId = stack }))["Instances"]!
                .AsArray().Count == 0,
            "the instance is deleted");
        Assert.Empty(plane.Provider.Orders);
    }

    private async Task StartAsync()
    {
        await CallAsync("StartInstance");
        await plane.WaitForAsync(id, "online");
    }

    private async Task ReplaceAsync()
    {
        await plane.EndAsync();
        plane.Login.Silence = null;
        plane.Runner.Release("setup");
        plane.Runner.Release("shutdown");
        await plane.BeginAsync();
    }

    private async Task<bool> IsRebootSentAsync() => (await plane.Server.Plane.Store.ReadAsync(
        session => session.FindAsync<Instance>(id), default))!.Life.IsRebootSent;

    private Task CallAsync(string operation) => plane.Server.CallAsync(operation, new { InstanceId = id });
}
