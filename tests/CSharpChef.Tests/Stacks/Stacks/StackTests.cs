using System.Text.Json.Nodes;
using CSharpChef.Stacks.Instances;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Stacks;

public sealed class StackTests : ServerTests
{
    [Fact]
    public async Task A_new_stack_is_described_with_all_defaults()
    {
        var id = await Server.CreateStackAsync();

        var stack = (await Server.CallAsync("DescribeStacks", new { StackIds = new[] { id } }))["Stacks"]![0]!;
        Assert.Equal("shop", stack["Name"]!.GetValue<string>());
        Assert.Equal("2026-11-24T12:00:00+00:00", stack["CreatedAt"]!.GetValue<string>());
        Assert.Equal("Layer_Dependent", stack["HostnameTheme"]!.GetValue<string>());
        Assert.Matches($"^arn:aws:opsworks:local:[0-9]{{12}}:stack/{id}/$", stack["Arn"]!.GetValue<string>());
        Assert.Null(stack["Tags"]);
    }

    [Fact]
    public async Task An_update_sets_given_settings_and_clears_empty_ones()
    {
        var id = await Server.CreateStackAsync();
        await Server.CallAsync("UpdateStack", new { StackId = id, CustomJson = "{\"a\":1}", Name = "shop2" });
        await Server.CallAsync("UpdateStack", new { StackId = id, CustomJson = "" });

        var stack = (await Server.CallAsync("DescribeStacks"))["Stacks"]![0]!;
        Assert.Equal("shop2", stack["Name"]!.GetValue<string>());
        Assert.Null(stack["CustomJson"]);
    }

    [Fact]
    public async Task Source_secrets_are_returned_filtered_and_can_be_sent_back_filtered()
    {
        var id = await Server.CreateStackAsync();
        await Server.CallAsync("UpdateStack", new
        {
            StackId = id,
            CustomCookbooksSource = new { Type = "git", Url = "https://example.com/c.git", Password = "geheim" }
        });
        await Server.CallAsync("UpdateStack", new
        {
            StackId = id,
            CustomCookbooksSource = new
            {
                Type = "git",
                Url = "https://example.com/d.git",
                Password = "*****FILTERED*****"
            }
        });

        var source = (await Server.CallAsync("DescribeStacks"))["Stacks"]![0]!["CustomCookbooksSource"]!;
        Assert.Equal("*****FILTERED*****", source["Password"]!.GetValue<string>());
        Assert.Equal("https://example.com/d.git", source["Url"]!.GetValue<string>());
        Assert.DoesNotContain("geheim", await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clone_copies_all_layers_and_the_named_apps()
    {
        var id = await Server.CreateStackAsync();
        await Server.CreateLayerAsync(id);
        var app = (await Server.CallAsync("CreateApp", new
        {
            StackId = id,
            Name = "Web Shop",
            Type = "other",
            Environment = new[] { new { Key = "TOKEN", Value = "geheim", Secure = true } }
        }))["AppId"];

        var clone = (await Server.CallAsync("CloneStack", new
        {
            SourceStackId = id,
            ServiceRoleArn = "x",
            CloneAppIds = new JsonArray(app!.DeepClone())
        }))["StackId"]!.GetValue<string>();

        var summary = (await Server.CallAsync("DescribeStackSummary", new { StackId = clone }))["StackSummary"]!;
        Assert.Equal("shop (copy)", summary["Name"]!.GetValue<string>());
        Assert.Equal(1, summary["LayersCount"]!.GetValue<int>());
        Assert.Equal(1, summary["AppsCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_stack_with_a_layer_cannot_be_deleted_until_the_layer_is_deleted()
    {
        var id = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(id);

        Assert.Contains(
            "layers (1)",
            (await Server.RequireRefusalAsync("DeleteStack", new { StackId = id })).Message,
            StringComparison.Ordinal);
        await Server.CallAsync("DeleteLayer", new { LayerId = layer });
        await Server.CallAsync("DeleteStack", new { StackId = id });
        Assert.Equal(
            "ResourceNotFoundException", (await Server.RequireRefusalAsync("DeleteStack", new { StackId = id })).Code);
    }

    [Theory]
    [InlineData("Name", "", "Name must not be empty")]
    [InlineData("HostnameTheme", "Dogs", "HostnameTheme is 'Dogs'; it must be one of")]
    [InlineData("DefaultOs", "Microsoft Windows Server 2012 R2 Base", "is Windows")]
    [InlineData("CustomJson", "[1]", "CustomJson must be a JSON object")]
    [InlineData("CustomJson", "{\"a\":}", "CustomJson is not valid JSON")]
    [InlineData("CustomJson", """{"\ud800":1}""", "CustomJson contains text that is not Unicode")]
    [InlineData("CustomJson", """{"a":[{"b":"\ud800"}]}""", "CustomJson contains text that is not Unicode")]
    [InlineData("Name", "a\nb", "Name contains the character U+000A")]
    public async Task A_stack_with_an_invalid_setting_is_refused_and_not_created(
        string member, string value, string says)
    {
        var request = new Dictionary<string, object>
        {
            ["Name"] = "shop",
            ["Region"] = "local",
            ["ServiceRoleArn"] = "x",
            ["DefaultInstanceProfileArn"] = "x",
            [member] = value,
        };

        await RequireRefusalAsync(says, "CreateStack", request);
        Assert.Empty((await Server.CallAsync("DescribeStacks"))["Stacks"]!.AsArray());
    }

    [Theory]
    [InlineData("Debian 12")]
    [InlineData("debian-12")]
    public async Task The_default_operating_system_is_named_by_its_name_or_id_without_a_warning(string os)
    {
        var id = await Server.CreateStackAsync();

        await Server.CallAsync("UpdateStack", new { StackId = id, DefaultOs = os });

        Assert.Equal(os, (await Server.CallAsync("DescribeStacks"))["Stacks"]![0]!["DefaultOs"]!.GetValue<string>());
        Assert.Empty(await Server.WarningsAsync());
    }

    [Fact]
    public async Task An_unknown_operating_system_is_stored_with_a_warning_when_it_is_set_and_instances_inherit_it()
    {
        var id = await Server.CreateStackAsync();

        await Server.CallAsync("UpdateStack", new { StackId = id, DefaultOs = "Plan 9" });
        Assert.StartsWith("DefaultOs is 'Plan 9'", Assert.Single(await Server.WarningsAsync()), StringComparison.Ordinal);
        await Server.CallAsync("UpdateStack", new { StackId = id, Name = "other" });
        Assert.Empty(await Server.WarningsAsync());

        var instance = await Server.CreateInstanceAsync(id, await Server.CreateLayerAsync(id));
        Assert.Equal("Plan 9", (await Server.InstanceStateAsync(instance))["Os"]!.GetValue<string>());
        Assert.StartsWith("Os is 'Plan 9'", Assert.Single(await Server.WarningsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custom_JSON_of_120_KB_is_accepted_and_one_byte_more_is_refused()
    {
        var id = await Server.CreateStackAsync();

        await Server.CallAsync("UpdateStack", new { StackId = id, CustomJson = Json(120 * 1024) });
        await RequireRefusalAsync(
            "CustomJson has 122881 bytes; 122880 are allowed",
            "UpdateStack",
            new { StackId = id, CustomJson = Json(120 * 1024 + 1) });

        static string Json(int bytes) => $"{{\"a\":\"{new string('x', bytes - 8)}\"}}";
    }

    [Fact]
    public async Task Another_service_role_is_refused_in_an_update_and_the_same_one_accepted()
    {
        var id = await Server.CreateStackAsync();

        await Server.CallAsync("UpdateStack", new { StackId = id, ServiceRoleArn = "arn:aws:iam::1:role/service" });
        await RequireRefusalAsync(
            "ServiceRoleArn cannot be changed", "UpdateStack", new { StackId = id, ServiceRoleArn = "other" });
    }

    [Fact]
    public async Task An_empty_text_for_an_enum_or_a_secret_counts_as_absent()
    {
        var id = await Server.CreateStackAsync();

        await Server.CallAsync("UpdateStack", new
        {
            StackId = id,
            DefaultRootDeviceType = "",
            CustomCookbooksSource = new { Type = "git", Url = "https://example.com/c.git", Password = "", SshKey = "" }
        });

        var stack = (await Server.CallAsync("DescribeStacks"))["Stacks"]![0]!;
        Assert.Equal("ebs", stack["DefaultRootDeviceType"]!.GetValue<string>());
        Assert.Null(stack["CustomCookbooksSource"]!["Password"]);
    }

    [Fact]
    public async Task The_stack_summary_counts_instances_in_all_twenty_states()
    {
        var stack = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(stack);
        await Server.CreateInstanceAsync(stack, layer);
        await Server.SetAsync(await Server.CreateInstanceAsync(stack, layer), InstanceStatus.Online);

        var counts = (await Server.CallAsync(
            "DescribeStackSummary", new { StackId = stack }))["StackSummary"]!["InstancesCount"]!.AsObject();

        Assert.Equal(20, counts.Count);
        Assert.Equal(1, counts["Stopped"]!.GetValue<int>());
        Assert.Equal(1, counts["Online"]!.GetValue<int>());
        Assert.Equal(2, counts.Sum(count => count.Value!.GetValue<int>()));
    }

    [Fact]
    public async Task Describing_stacks_with_one_unknown_id_is_refused_with_that_id()
    {
        var id = await Server.CreateStackAsync();

        var refusal = await Server.RequireRefusalAsync("DescribeStacks", new { StackIds = new[] { id, "nobody" } });

        Assert.Equal("ResourceNotFoundException", refusal.Code);
        Assert.Equal("Unable to find stack with ID nobody", refusal.Message);
    }
}
