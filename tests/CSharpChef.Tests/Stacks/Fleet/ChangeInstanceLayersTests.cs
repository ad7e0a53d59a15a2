using CSharpChef.TestSupport.Stacks.Fleet;

namespace CSharpChef.Tests.Stacks.Fleet;

public sealed class ChangeInstanceLayersTests : IAsyncLifetime
{
    private FleetPlane plane = null!;
    private string stack = "";
    private string web = "";
    private string db = "";
    private string id = "";

    public async ValueTask InitializeAsync()
    {
        plane = await FleetPlane.StartAsync();
        stack = await plane.Server.CreateStackAsync();
        web = await plane.Server.CreateLayerAsync(stack);
        db = await plane.Server.CreateLayerAsync(stack, "db");
        id = await plane.Server.CreateInstanceAsync(stack, web);
    }

    public ValueTask DisposeAsync() => plane.DisposeAsync();

    [Fact]
    public async Task An_added_layer_is_set_up_and_a_removed_one_shut_down_and_then_all_instances_are_configured()
    {
        await StartAsync();

        await ChangeAsync(db);

        await plane.PassUntilAsync(async () => await LayersAsync() is [var only] && only == db, "it is in db alone");
        await ConfiguredAsync(2);
        Assert.Equal(
            ["setup", "configure", "setup_layers", "shutdown_layers", "configure"],
            plane.Runner.Begun.Select(begun => begun.Type).Take(5));
        Assert.DoesNotContain("running_setup", (await plane.HistoryAsync(stack, id)).Skip(5).Select(line => line.Status));
    }

    [Fact]
    public async Task A_layer_whose_Setup_fails_is_left_out_and_the_others_stay()
    {
        await StartAsync();
        plane.Runner.Failing["setup_layers"] = "db::default:3 failed";

        var command = await ChangeAsync(web, db);

        await plane.PassUntilAsync(async () => await StatusAsync(command) == "failed", "the command has failed");
        Assert.Equal([web], await LayersAsync());
        Assert.Equal("online", await plane.StatusAsync(id));
    }

    [Fact]
    public async Task Layers_are_not_changed_while_another_change_of_them_waits()
    {
        await StartAsync();
        plane.Runner.Hold("setup_layers");
        var command = await ChangeAsync(web, db);

        Assert.Contains(command, await RefusalAsync(db), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_to_the_same_layers_and_one_of_a_stopped_instance_are_refused()
    {
        Assert.Contains("it is stopped", await RefusalAsync(db), StringComparison.Ordinal);
        await StartAsync();

        Assert.Contains("has already", await RefusalAsync(web), StringComparison.Ordinal);
    }

    private async Task StartAsync()
    {
        await plane.Server.CallAsync("StartInstance", new { InstanceId = id });
        await plane.WaitForAsync(id, "online");
        await ConfiguredAsync(1);
    }

    private async Task<string> ChangeAsync(params string[] layers) =>
        (await plane.Server.CallAsync("ChangeInstanceLayers", new { InstanceId = id, LayerIds = layers }))
            ["CommandIds"]![0]!.GetValue<string>();

    private async Task<string> RefusalAsync(string layer) => (await plane.Server.RequireRefusalAsync(
        "ChangeInstanceLayers", new { InstanceId = id, LayerIds = new[] { layer } })).Message;

    private async Task<string> StatusAsync(string command) =>
        (await plane.Server.CallAsync("DescribeCommands", new { CommandIds = new[] { command } }))
            ["Commands"]![0]!["Status"]!.GetValue<string>();

    private async Task<string[]> LayersAsync() =>
        [.. (await plane.Server.InstanceStateAsync(id))["LayerIds"]!.AsArray().Select(layer => layer!.GetValue<string>())];

    private Task ConfiguredAsync(int times) => plane.PassUntilAsync(
        () => Task.FromResult(plane.Runner.Begun.Count(begun => begun.Type == "configure") >= times),
        $"configure has run {times} times");
}
