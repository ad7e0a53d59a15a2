using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Layers;

public sealed class LayerTests : ServerTests
{
    [Fact]
    public async Task A_new_layer_is_described_with_all_defaults()
    {
        var id = await Server.CreateLayerAsync(await Server.CreateStackAsync());

        var layer = await LayerAsync(id);

        Assert.True(layer["EnableAutoHealing"]!.GetValue<bool>());
        Assert.Equal(120, layer["LifecycleEventConfiguration"]!["Shutdown"]!["ExecutionTimeout"]!.GetValue<int>());
        Assert.Empty(layer["CustomRecipes"]!["Setup"]!.AsArray());
        Assert.Empty(layer["Packages"]!.AsArray());
    }

    [Fact]
    public async Task An_update_keeps_recipe_lists_that_it_does_not_contain()
    {
        var id = await Server.CreateLayerAsync(await Server.CreateStackAsync());

        await Server.CallAsync(
            "UpdateLayer",
            new { LayerId = id, CustomRecipes = new { Setup = new[] { "nginx" }, Deploy = new[] { "app::deploy" } } });
        await Server.CallAsync(
            "UpdateLayer", new { LayerId = id, CustomRecipes = new { Setup = Array.Empty<string>() } });

        var recipes = (await LayerAsync(id))["CustomRecipes"]!;
        Assert.Empty(recipes["Setup"]!.AsArray());
        Assert.Equal("app::deploy", recipes["Deploy"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData("nginx::a::b")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("nginx; rm -rf /")]
    public async Task A_recipe_name_other_than_cookbook_and_recipe_is_refused(string recipe)
    {
        var id = await Server.CreateLayerAsync(await Server.CreateStackAsync());

        await RequireRefusalAsync(
            "CustomRecipes.Setup[0] is",
            "UpdateLayer",
            new { LayerId = id, CustomRecipes = new { Setup = new[] { recipe } } });
    }

    [Fact]
    public async Task A_layer_short_name_is_unique_in_its_stack_and_free_after_the_layer_is_deleted()
    {
        var (stack, other) = (await Server.CreateStackAsync(), await Server.CreateStackAsync("other"));
        var id = await Server.CreateLayerAsync(stack);

        await Server.CreateLayerAsync(other);
        await RequireRefusalAsync(
            "There is already a layer with the Shortname 'web'", "CreateLayer", New(stack, "custom", "web"));
        await Server.CallAsync("DeleteLayer", new { LayerId = id });
        await Server.CreateLayerAsync(stack);
    }

    [Theory]
    [InlineData("Web")]
    [InlineData("web.1")]
    [InlineData("-web")]
    [InlineData("we b")]
    public async Task A_layer_short_name_with_other_than_lowercase_letters_digits_and_dashes_is_refused(string name) =>
        await RequireRefusalAsync("Shortname is", "CreateLayer", New(await Server.CreateStackAsync(), "custom", name));

    [Fact]
    public async Task A_built_in_layer_type_has_a_fixed_short_name_and_exists_once_in_a_stack()
    {
        var stack = await Server.CreateStackAsync();

        var id =
            (await Server.CallAsync("CreateLayer", New(stack, "rails-app", "whatever")))["LayerId"]!.GetValue<string>();

        Assert.Equal("rails-app", (await LayerAsync(id))["Shortname"]!.GetValue<string>());
        await RequireRefusalAsync("There is already a layer", "CreateLayer", New(stack, "rails-app", "other"));
    }

    [Fact]
    public async Task Passwords_in_layer_attributes_are_returned_filtered_and_stored_encrypted()
    {
        var stack = await Server.CreateStackAsync();
        var id = (await Server.CallAsync("CreateLayer", new
        {
            StackId = stack,
            Type = "db-master",
            Name = "db",
            Shortname = "db",
            Attributes = new { MysqlRootPassword = "geheim" }
        }))["LayerId"]!;
        await Server.CallAsync("UpdateLayer", new
        {
            LayerId = id,
            Attributes = new { MysqlRootPassword = "*****FILTERED*****", MysqlRootPasswordUbiquitous = "true" }
        });

        var attributes = (await LayerAsync(id.GetValue<string>()))["Attributes"]!;

        Assert.Equal("*****FILTERED*****", attributes["MysqlRootPassword"]!.GetValue<string>());
        Assert.Equal("true", attributes["MysqlRootPasswordUbiquitous"]!.GetValue<string>());
        Assert.DoesNotContain("geheim", await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_with_instances_cannot_be_deleted()
    {
        var stack = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(stack);
        var instance = await Server.CreateInstanceAsync(stack, layer);

        await RequireRefusalAsync("it still has instances (1)", "DeleteLayer", new { LayerId = layer });
        await Server.CallAsync("DeleteInstance", new { InstanceId = instance });
        await Server.CallAsync("DeleteLayer", new { LayerId = layer });
    }

    [Theory]
    [InlineData("relative", 1, 10, "standard", "it must be an absolute path")]
    [InlineData("/a/../b", 1, 10, "standard", "it must be an absolute path without the parts '.' and '..'")]
    [InlineData("/b/.", 1, 10, "standard", "it must be an absolute path without the parts '.' and '..'")]
    [InlineData("/var/www", 1, 10, "standard", "which is reserved")]
    [InlineData("//var//www/", 1, 10, "standard", "which is reserved")]
    [InlineData("/", 1, 10, "standard", "is the root folder")]
    [InlineData("//", 1, 10, "standard", "is the root folder")]
    [InlineData("/vol", 0, 10, "standard", "NumberOfDisks is 0; it must be from 1 to 64")]
    [InlineData("/vol", 1, 1025, "standard", "Size is 1025; it must be from 1 to 1024")]
    [InlineData("/vol", 1, 499, "st1", "Size is 499; it must be from 500 to 16384")]
    [InlineData("/vol", 1, 10, "floppy", "VolumeType must be one of")]
    public async Task A_layer_with_an_invalid_volume_configuration_is_refused(
        string path, int disks, int size, string type, string says)
    {
        var id = await Server.CreateLayerAsync(await Server.CreateStackAsync());

        await RequireRefusalAsync(says, "UpdateLayer", new
        {
            LayerId = id,
            VolumeConfigurations = new[]
        {
            new { MountPoint = path, NumberOfDisks = disks, Size = size, VolumeType = type }
        }
        });
    }

    [Fact]
    public async Task Two_volumes_at_the_same_mount_point_are_refused_however_it_is_written() =>
        await RequireRefusalAsync(
        "has two volumes with the MountPoint /data",
        "UpdateLayer",
        new
        {
            LayerId = await Server.CreateLayerAsync(await Server.CreateStackAsync()),
            VolumeConfigurations = new[] { "/data", "//data/" }.Select(
                path => new { MountPoint = path, NumberOfDisks = 1, Size = 10 })
        });

    [Theory]
    [InlineData("lb", true)]
    [InlineData("custom", false)]
    public async Task Instances_of_a_load_balancer_layer_get_fixed_addresses(string type, bool fixedAddresses)
    {
        var id = await Server.CallAsync("CreateLayer", New(await Server.CreateStackAsync(), type, "web"));

        Assert.Equal(
            fixedAddresses, (await LayerAsync(id["LayerId"]!.GetValue<string>()))["AutoAssignElasticIps"]!.GetValue<bool>());
    }

    private static object New(string stack, string type, string shortname) =>
        new { StackId = stack, Type = type, Name = "Layer", Shortname = shortname };

    private async Task<System.Text.Json.Nodes.JsonNode> LayerAsync(string id) =>
        (await Server.CallAsync("DescribeLayers", new { LayerIds = new[] { id } }))["Layers"]![0]!;
}
