using System.Text.Json.Nodes;
using CSharpChef.Stacks.Instances;

namespace CSharpChef.Tests.Stacks.Layers;

public sealed class SharedMountPointsTests : ServerTests
{
    [Fact]
    public async Task An_instance_of_two_layers_with_volumes_at_one_mount_point_is_stored_with_a_warning()
    {
        var (stack, web, db) = await CreateLayersAsync();
        await SetMountPointAsync(web, "/vol/data");
        await SetMountPointAsync(db, "//vol/data/");

        var instance = await CreateInstanceAsync(stack, web, db);

        Assert.Equal(
            $"The layers {web} and {db} each have a volume at /vol/data: an instance of both can mount only one of them there.",
            await WarningAsync());
        await Server.CallAsync("UpdateInstance", new { InstanceId = instance, LayerIds = new[] { web } });
        Assert.Null(await WarningAsync());
        await Server.CallAsync("UpdateInstance", new { InstanceId = instance, LayerIds = new[] { web, db } });
        Assert.Contains("at /vol/data", await WarningAsync(), StringComparison.Ordinal);
        await Server.CallAsync("UpdateInstance", new { InstanceId = instance, Hostname = "other" });
        Assert.Null(await WarningAsync());
    }

    [Fact]
    public async Task A_layer_that_gets_the_mount_point_of_another_layer_of_its_instances_is_stored_with_a_warning()
    {
        var (stack, web, db) = await CreateLayersAsync();
        await SetMountPointAsync(web, "/vol/data");
        await SetMountPointAsync(db, "/vol/data");
        Assert.Null(await WarningAsync());
        await CreateInstanceAsync(stack, web, db);
        await SetMountPointAsync(db, "/vol/db");
        Assert.Null(await WarningAsync());

        await SetMountPointAsync(db, "/vol/data");

        Assert.Contains($"The layers {db} and {web} each", await WarningAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_instance_that_is_assigned_to_layers_with_one_mount_point_is_stored_with_a_warning()
    {
        var (stack, web, db) = await CreateLayersAsync();
        await SetMountPointAsync(web, "/vol/data");
        await SetMountPointAsync(db, "/vol/data");
        var instance = await Server.RegisterAsync(stack, "m1");
        await Server.SetAsync(instance, InstanceStatus.Registered);

        await Server.CallAsync("AssignInstance", new { InstanceId = instance, LayerIds = new[] { web, db } });

        Assert.Contains("at /vol/data", await WarningAsync(), StringComparison.Ordinal);
    }

    private async Task<(string Stack, string Web, string Db)> CreateLayersAsync()
    {
        var stack = await Server.CreateStackAsync();
        return (stack, await Server.CreateLayerAsync(stack), await Server.CreateLayerAsync(stack, "db"));
    }

    private Task<JsonNode> SetMountPointAsync(string layer, string path) => Server.CallAsync("UpdateLayer", new
    {
        LayerId = layer,
        VolumeConfigurations = new[] { new { MountPoint = path, NumberOfDisks = 1, Size = 10 } },
    });

    private async Task<string> CreateInstanceAsync(string stack, params string[] layers) => (await Server.CallAsync(
        "CreateInstance",
        new { StackId = stack, LayerIds = layers, InstanceType = "small" }))["InstanceId"]!.GetValue<string>();

    // The only warning of the newest entry.
    private async Task<string?> WarningAsync()
    {
        var entries = (await Server.CallAsync("DescribeActivity", new { MaxResults = 1 }))["Activity"]!.AsArray();
        return entries.Single()!["Changes"]!.AsArray().Single()!["Warnings"]?.AsArray().Single()!.GetValue<string>();
    }
}
