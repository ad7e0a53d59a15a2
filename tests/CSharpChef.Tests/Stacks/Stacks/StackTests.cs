using System.Text.Json.Nodes;
using CSharpChef.Stacks.Instances;

namespace CSharpChef.Tests.Stacks.Stacks;

public sealed class StackTests : ServerTests
{
    [Fact]
    public async Task A_stack_that_was_made_is_described_with_all_defaults()
    {
        var id = await Server.StackAsync();

        var stack = (await Server.CallAsync("DescribeStacks", new { StackIds = new[] { id } }))["Stacks"]![0]!;
        Assert.Equal("shop", stack["Name"]!.GetValue<string>());
        Assert.Equal("2026-11-24T12:00:00+00:00", stack["CreatedAt"]!.GetValue<string>());
        Assert.Equal("Layer_Dependent", stack["HostnameTheme"]!.GetValue<string>());
        Assert.Matches($"^arn:aws:opsworks:local:[0-9]{{12}}:stack/{id}/$", stack["Arn"]!.GetValue<string>());
        Assert.Null(stack["Tags"]);
    }

    [Fact]
    public async Task An_update_changes_what_is_given_and_clears_what_is_empty()
    {
        var id = await Server.StackAsync();
        await Server.CallAsync("UpdateStack", new { StackId = id, CustomJson = "{\"a\":1}", Name = "shop2" });
        await Server.CallAsync("UpdateStack", new { StackId = id, CustomJson = "" });

        var stack = (await Server.CallAsync("DescribeStacks"))["Stacks"]![0]!;
        Assert.Equal("shop2", stack["Name"]!.GetValue<string>());
        Assert.Null(stack["CustomJson"]);
    }

    [Fact]
    public async Task Secrets_of_a_source_are_read_back_filtered_and_may_be_sent_back_so()
    {
        var id = await Server.StackAsync();
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
    public async Task A_clone_has_the_layers_and_the_apps_that_were_named()
    {
        var id = await Server.StackAsync();
        await Server.LayerAsync(id);
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
    public async Task A_stack_with_anything_in_it_cannot_be_deleted()
    {
        var id = await Server.StackAsync();
        var layer = await Server.LayerAsync(id);

        Assert.Contains(
            "1 layers",
            (await Server.RefusedAsync("DeleteStack", new { StackId = id })).Message,
            StringComparison.Ordinal);
        await Server.CallAsync("DeleteLayer", new { LayerId = layer });
        await Server.CallAsync("DeleteStack", new { StackId = id });
        Assert.Equal(
            "ResourceNotFoundException", (await Server.RefusedAsync("DeleteStack", new { StackId = id })).Code);
    }

    [Theory]
    [InlineData("Name", "", "Name must not be empty")]
    [InlineData("HostnameTheme", "Dogs", "HostnameTheme is 'Dogs'; it must be one of")]
    [InlineData("DefaultOs", "Plan 9", "DefaultOs is 'Plan 9'; it must be one of")]
    [InlineData("DefaultOs", "Microsoft Windows Server 2012 R2 Base", "is Windows")]
    [InlineData("CustomJson", "[1]", "CustomJson must be a JSON object")]
    [InlineData("CustomJson", "{\"a\":}", "CustomJson is not valid JSON")]
    [InlineData("Name", "a\nb", "Name contains a control character")]
    public async Task A_wrong_setting_is_refused_and_says_which(string member, string value, string says)
    {
        var request = new Dictionary<string, object>
        {
            ["Name"] = "shop",
            ["Region"] = "local",
            ["ServiceRoleArn"] = "x",
            ["DefaultInstanceProfileArn"] = "x",
            [member] = value,
        };

        await RefusedAsync(says, "CreateStack", request);
        Assert.Empty((await Server.CallAsync("DescribeStacks"))["Stacks"]!.AsArray());
    }

    [Fact]
    public async Task Custom_JSON_may_have_120_KB_and_no_more()
    {
        var id = await Server.StackAsync();

        await Server.CallAsync("UpdateStack", new { StackId = id, CustomJson = Json(120 * 1024) });
        await RefusedAsync(
            "CustomJson has 122881 bytes; 122880 are allowed",
            "UpdateStack",
            new { StackId = id, CustomJson = Json(120 * 1024 + 1) });

        static string Json(int bytes) => $"{{\"a\":\"{new string('x', bytes - 8)}\"}}";
    }

    [Fact]
    public async Task The_role_cannot_be_changed_but_may_be_sent_as_it_is()
    {
        var id = await Server.StackAsync();

        await Server.CallAsync("UpdateStack", new { StackId = id, ServiceRoleArn = "arn:aws:iam::1:role/service" });
        await RefusedAsync(
            "ServiceRoleArn cannot be changed", "UpdateStack", new { StackId = id, ServiceRoleArn = "other" });
    }

    [Fact]
    public async Task A_password_in_an_address_is_refused_as_it_would_be_shown()
    {
        var id = await Server.StackAsync();

        await RefusedAsync("holds a password", "UpdateStack", new
        {
            StackId = id,
            CustomCookbooksSource = new { Type = "git", Url = "https://me:geheim@example.com/c.git" }
        });
    }

    [Fact]
    public async Task Empty_texts_of_words_stand_for_absent_ones()
    {
        var id = await Server.StackAsync();

        await Server.CallAsync("UpdateStack", new
        {
            StackId = id,
            DefaultRootDeviceType = "",
            CustomCookbooksSource = new { Type = "git", Url = "/srv/c.git", Password = "", SshKey = "" }
        });

        var stack = (await Server.CallAsync("DescribeStacks"))["Stacks"]![0]!;
        Assert.Equal("ebs", stack["DefaultRootDeviceType"]!.GetValue<string>());
        Assert.Null(stack["CustomCookbooksSource"]!["Password"]);
    }

    [Fact]
    public async Task The_summary_counts_instances_in_all_twenty_states()
    {
        var stack = await Server.StackAsync();
        var layer = await Server.LayerAsync(stack);
        await Server.InstanceAsync(stack, layer);
        await Server.SetAsync(await Server.InstanceAsync(stack, layer), InstanceStatus.Online);

        var counts = (await Server.CallAsync(
            "DescribeStackSummary", new { StackId = stack }))["StackSummary"]!["InstancesCount"]!.AsObject();

        Assert.Equal(20, counts.Count);
        Assert.Equal(1, counts["Stopped"]!.GetValue<int>());
        Assert.Equal(1, counts["Online"]!.GetValue<int>());
        Assert.Equal(2, counts.Sum(count => count.Value!.GetValue<int>()));
    }

    [Fact]
    public async Task One_unknown_id_refuses_the_whole_list_and_is_named()
    {
        var id = await Server.StackAsync();

        var refusal = await Server.RefusedAsync("DescribeStacks", new { StackIds = new[] { id, "nobody" } });

        Assert.Equal("ResourceNotFoundException", refusal.Code);
        Assert.Equal("Unable to find stack with ID nobody", refusal.Message);
    }
}
