using System.Text.Json.Nodes;

namespace CSharpChef.Tests;

public sealed class StackTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_stack_that_was_made_is_described_with_all_defaults()
    {
        var id = await server.StackAsync();

        var stack = (await server.CallAsync("DescribeStacks", new { StackIds = new[] { id } }))["Stacks"]![0]!;
        Assert.Equal("shop", stack["Name"]!.GetValue<string>());
        Assert.Equal("2026-11-24T12:00:00+00:00", stack["CreatedAt"]!.GetValue<string>());
        Assert.Equal("Layer_Dependent", stack["HostnameTheme"]!.GetValue<string>());
        Assert.Matches($"^arn:aws:opsworks:local:[0-9]{{12}}:stack/{id}/$", stack["Arn"]!.GetValue<string>());
        Assert.Null(stack["Tags"]);
    }

    [Fact]
    public async Task An_update_changes_what_is_given_and_clears_what_is_empty()
    {
        var id = await server.StackAsync();
        await server.CallAsync("UpdateStack", new { StackId = id, CustomJson = "{\"a\":1}", Name = "shop2" });
        await server.CallAsync("UpdateStack", new { StackId = id, CustomJson = "" });

        var stack = (await server.CallAsync("DescribeStacks"))["Stacks"]![0]!;
        Assert.Equal("shop2", stack["Name"]!.GetValue<string>());
        Assert.Null(stack["CustomJson"]);
    }

    [Fact]
    public async Task Secrets_of_a_source_are_read_back_filtered_and_may_be_sent_back_so()
    {
        var id = await server.StackAsync();
        await server.CallAsync("UpdateStack", new { StackId = id, CustomCookbooksSource = new { Type = "git", Url = "https://example.com/c.git", Password = "geheim" } });
        await server.CallAsync("UpdateStack", new { StackId = id, CustomCookbooksSource = new { Type = "git", Url = "https://example.com/d.git", Password = "*****FILTERED*****" } });

        var source = (await server.CallAsync("DescribeStacks"))["Stacks"]![0]!["CustomCookbooksSource"]!;
        Assert.Equal("*****FILTERED*****", source["Password"]!.GetValue<string>());
        Assert.Equal("https://example.com/d.git", source["Url"]!.GetValue<string>());
        Assert.DoesNotContain("geheim", await File.ReadAllTextAsync(Path.Combine(server.Folder, "csharpchef.db"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clone_has_the_layers_and_the_apps_that_were_named()
    {
        var id = await server.StackAsync();
        await server.LayerAsync(id);
        var app = (await server.CallAsync("CreateApp", new { StackId = id, Name = "Web Shop", Type = "other", Environment = new[] { new { Key = "TOKEN", Value = "geheim", Secure = true } } }))["AppId"];

        var clone = (await server.CallAsync("CloneStack", new { SourceStackId = id, ServiceRoleArn = "x", CloneAppIds = new JsonArray(app!.DeepClone()) }))["StackId"]!.GetValue<string>();

        var summary = (await server.CallAsync("DescribeStackSummary", new { StackId = clone }))["StackSummary"]!;
        Assert.Equal("shop (copy)", summary["Name"]!.GetValue<string>());
        Assert.Equal(1, summary["LayersCount"]!.GetValue<int>());
        Assert.Equal(1, summary["AppsCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_stack_with_anything_in_it_cannot_be_deleted()
    {
        var id = await server.StackAsync();
        var layer = await server.LayerAsync(id);

        Assert.Contains("1 layers", (await server.RefusedAsync("DeleteStack", new { StackId = id })).Message, StringComparison.Ordinal);
        await server.CallAsync("DeleteLayer", new { LayerId = layer });
        await server.CallAsync("DeleteStack", new { StackId = id });
        Assert.Equal("ResourceNotFoundException", (await server.RefusedAsync("DeleteStack", new { StackId = id })).Code);
    }
}
