using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Text;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Instances;

public sealed class InstanceTests : ServerTests
{
    [Fact]
    public async Task A_new_instance_is_stopped_and_has_the_defaults_of_its_stack()
    {
        var (_, _, id) = await OneAsync();

        var instance = await Server.InstanceStateAsync(id);

        Assert.Equal("stopped", instance["Status"]!.GetValue<string>());
        Assert.Equal("web1", instance["Hostname"]!.GetValue<string>());
        Assert.Equal("Debian 12", instance["Os"]!.GetValue<string>());
        Assert.Empty(instance["ReportedOs"]!.AsObject());
    }

    [Fact, WholeSuite]
    public async Task A_stack_of_a_new_server_has_room_for_500_instances()
    {
        var (stack, layer, _) = await OneAsync();

        for (var n = 1; n < 500; n++)
        {
            await Server.CreateInstanceAsync(stack, layer, $"host{n}");
        }

        Assert.Equal(500, (await Server.CallAsync("DescribeInstances", new { StackId = stack }))["Instances"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_hostname_suggestion_uses_the_lowest_free_number()
    {
        var (stack, layer, first) = await OneAsync();
        await Server.CreateInstanceAsync(stack, layer);
        await Server.CallAsync("DeleteInstance", new { InstanceId = first });

        var suggestion = await Server.CallAsync("GetHostnameSuggestion", new { LayerId = layer });

        Assert.Equal("web1", suggestion["Hostname"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_hostname_that_differs_from_another_only_in_case_is_refused()
    {
        var (stack, layer, _) = await OneAsync();
        await Server.CreateInstanceAsync(stack, layer, "Alpha");

        await RequireRefusalAsync(
            "There is already an instance with the Hostname 'ALPHA'", "CreateInstance", New(stack, layer, "ALPHA"));
    }

    [Theory]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a.b")]
    [InlineData("a_b")]
    [InlineData("é")]
    [InlineData("localhost", "must not be localhost")]
    [InlineData("LocalHost", "must not be localhost")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_hostname_with_other_than_letters_digits_and_inner_dashes_is_refused(
        string name, string says = "is")
    {
        var (stack, layer, _) = await OneAsync();

        await RequireRefusalAsync($"Hostname {says}", "CreateInstance", New(stack, layer, name));
    }

    [Fact]
    public async Task An_instance_in_a_layer_of_another_stack_is_refused()
    {
        var (stack, _, _) = await OneAsync();
        var otherLayer = await Server.CreateLayerAsync(await Server.CreateStackAsync("other"));

        await RequireRefusalAsync("which is not in the stack", "CreateInstance", New(stack, otherLayer, "a"));
    }

    [Fact]
    public async Task An_instance_is_listed_under_its_stack_and_each_of_its_layers()
    {
        var (stack, layer, id) = await OneAsync();
        var second = await Server.CreateLayerAsync(stack, "db");
        await Server.CallAsync("UpdateInstance", new { InstanceId = id, LayerIds = new[] { layer, second, second } });

        foreach (var filter in new object[] { new
        {
            StackId = stack
        }, new { LayerId = layer }, new { LayerId = second } })
        {
            Assert.Single((await Server.CallAsync("DescribeInstances", filter))["Instances"]!.AsArray());
        }

        await Server.CallAsync("UpdateInstance", new { InstanceId = id, LayerIds = new[] { second } });
        Assert.Empty((await Server.CallAsync("DescribeInstances", new { LayerId = layer }))["Instances"]!.AsArray());
    }

    [Fact]
    public async Task An_update_that_leaves_an_instance_without_layers_is_refused()
    {
        var (_, _, id) = await OneAsync();

        await RequireRefusalAsync(
            "LayerIds must name at least one layer",
            "UpdateInstance",
            new { InstanceId = id, LayerIds = Array.Empty<string>() });
    }

    [Theory]
    [InlineData("online")]
    [InlineData("booting")]
    [InlineData("stopping")]
    public async Task A_running_instance_can_be_neither_updated_nor_deleted(string status)
    {
        var (_, _, id) = await OneAsync();
        await Server.SetAsync(id, EnumNames.Parse<InstanceStatus>(status)!.Value);

        await RequireRefusalAsync("cannot be changed", "UpdateInstance", new { InstanceId = id, InstanceType = "big" });
        await RequireRefusalAsync("cannot be deleted", "DeleteInstance", new { InstanceId = id });
    }

    [Fact]
    public async Task A_started_instance_is_requested_and_a_second_start_changes_nothing()
    {
        var (_, _, id) = await OneAsync();

        await Server.CallAsync("StartInstance", new { InstanceId = id });
        await Server.CallAsync("StartInstance", new { InstanceId = id });

        Assert.Equal("requested", (await Server.InstanceStateAsync(id))["Status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_server_without_a_provider_refuses_a_start_and_says_what_to_do()
    {
        await using var server = await TestPlane.StartAsync(
            facts: facts => facts with { Providers = [], DefaultProvider = null });
        var stack = await server.CreateStackAsync();
        var id = await server.CreateInstanceAsync(stack, await server.CreateLayerAsync(stack));

        var refusal = await server.RequireRefusalAsync("StartInstance", new { InstanceId = id });

        Assert.Contains("serve --local", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_chooses_a_provider_that_the_server_offers()
    {
        await using var server = await TestPlane.StartAsync(facts: facts => facts with { DefaultProvider = null });
        var stack = await server.CreateStackAsync();
        var id = await server.CreateInstanceAsync(stack, await server.CreateLayerAsync(stack));

        await server.RequireRefusalAsync("SetStackProvider", new { StackId = stack, Provider = "cloud" });
        await server.CallAsync("SetStackProvider", new { StackId = stack, Provider = "memory" });
        await server.CallAsync("StartInstance", new { InstanceId = id });

        Assert.Equal("requested", (await server.InstanceStateAsync(id))["Status"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_instance_whose_machine_is_requested_stops_when_the_outcome_is_known()
    {
        var (_, _, id) = await OneAsync();
        await Server.CallAsync("StartInstance", new { InstanceId = id });

        await Server.CallAsync("StopInstance", new { InstanceId = id });

        Assert.Equal("stopping", (await Server.InstanceStateAsync(id))["Status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("ebs", "stopping")]
    [InlineData("instance-store", "terminating")]
    public async Task An_online_instance_stops_or_terminates_by_its_root_device_and_force_stops_it_at_once(
        string disk, string status)
    {
        var stack = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(stack);
        var id = (await Server.CallAsync("CreateInstance", new
        {
            StackId = stack,
            LayerIds = new[] { layer },
            InstanceType = "small",
            RootDeviceType = disk
        }))["InstanceId"]!.GetValue<string>();
        await Server.SetAsync(id, InstanceStatus.Online);

        await Server.CallAsync("StopInstance", new { InstanceId = id });

        Assert.Equal(status, (await Server.InstanceStateAsync(id))["Status"]!.GetValue<string>());
        await Server.CallAsync("StopInstance", new { InstanceId = id, Force = true });
        Assert.Equal("stopped", (await Server.InstanceStateAsync(id))["Status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Starting_a_stack_starts_its_instances_except_those_started_by_schedule()
    {
        var (stack, layer, id) = await OneAsync();
        var timer = (await Server.CallAsync("CreateInstance", new
        {
            StackId = stack,
            LayerIds = new[] { layer },
            InstanceType = "small",
            AutoScalingType = "timer"
        }))["InstanceId"]!.GetValue<string>();

        await Server.CallAsync("StartStack", new { StackId = stack });

        Assert.Equal("requested", (await Server.InstanceStateAsync(id))["Status"]!.GetValue<string>());
        Assert.Equal("stopped", (await Server.InstanceStateAsync(timer))["Status"]!.GetValue<string>());
        await Server.CallAsync("StopStack", new { StackId = stack });
        Assert.Equal("stopping", (await Server.InstanceStateAsync(id))["Status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(true, "on-premises")]
    [InlineData(false, "ec2")]
    public async Task Every_instance_has_the_members_that_clients_of_OpsWorks_rely_on(
        bool registered, string infrastructure)
    {
        var (stack, _, id) = await OneAsync();
        await Server.CallAsync("UpdateStack", new { StackId = stack, DefaultOs = "Custom" });
        id = registered
            ? (await Server.CallAsync("RegisterInstance", new { StackId = stack, PublicIp = "192.0.2.1" }))["InstanceId"]!.GetValue<string>()
            : id;

        var instance = (await Server.InstanceStateAsync(id)).AsObject();

        Assert.Equal(infrastructure, instance["InfrastructureClass"]!.GetValue<string>());
        Assert.All(
            (string[])["Architecture", "Arn", "AgentVersion", "CreatedAt", "EbsOptimized", "Hostname", "InstallUpdatesOnBoot", "InstanceId",
                "InstanceType", "LayerIds", "Os", "Platform", "ReportedOs", "RootDeviceType", "SecurityGroupIds", "StackId", "Status",
                "VirtualizationType"],
            member => Assert.True(instance.ContainsKey(member), $"{member} is missing"));
    }

    [Fact]
    public async Task GrantAccess_is_refused_and_names_SetPermission_instead()
    {
        var (_, _, id) = await OneAsync();

        await RequireRefusalAsync(
            "use SetPermission with AllowSsh", "GrantAccess", new { InstanceId = id, ValidForInMinutes = 60 });
    }

    [Fact]
    public async Task Describing_instances_without_exactly_one_filter_is_refused()
    {
        var (stack, layer, _) = await OneAsync();

        await RequireRefusalAsync(
            "Please provide only one of StackId, LayerId, InstanceIds",
            "DescribeInstances",
            new { StackId = stack, LayerId = layer });
        await RequireRefusalAsync(
            "Please provide one of StackId, LayerId, InstanceIds",
            "DescribeInstances",
            new { InstanceIds = Array.Empty<string>() });
    }

    private static object New(string stack, string layer, string hostname) =>
        new { StackId = stack, LayerIds = new[] { layer }, InstanceType = "small", Hostname = hostname };

    private async Task<(string Stack, string Layer, string Instance)> OneAsync()
    {
        var stack = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(stack);
        return (stack, layer, await Server.CreateInstanceAsync(stack, layer));
    }
}
