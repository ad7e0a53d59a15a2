using System.Text.Json.Nodes;
using CSharpChef.Stacks.Instances;

namespace CSharpChef.Tests.Stacks.Deployments;

public sealed class DeploymentTests : ServerTests
{
    [Fact]
    public async Task A_deployment_creates_a_command_for_each_online_instance_only()
    {
        var (stack, layer, online) = await OnlineAsync();
        await Server.CreateInstanceAsync(stack, layer);

        var deployment = await DeployAsync(new { StackId = stack, Command = new { Name = "configure" } });

        Assert.Equal("running", deployment["Status"]!.GetValue<string>());
        Assert.Equal(online, Assert.Single(deployment["InstanceIds"]!.AsArray())!.GetValue<string>());
        var command = Assert.Single((await Server.CallAsync(
            "DescribeCommands", new { DeploymentId = deployment["DeploymentId"] }))["Commands"]!.AsArray())!;
        Assert.Equal("configure", command["Type"]!.GetValue<string>());
        Assert.Equal("pending", command["Status"]!.GetValue<string>());
        Assert.Null(command["StackId"]);
    }

    [Fact]
    public async Task A_command_that_no_online_instance_can_run_is_refused_and_leaves_no_record()
    {
        var stack = await Server.CreateStackAsync();
        await Server.CreateInstanceAsync(stack, await Server.CreateLayerAsync(stack));

        await RequireRefusalAsync(
            "No instance can run configure: none of those that the request selects is online.",
            "CreateDeployment",
            new { StackId = stack, Command = new { Name = "configure" } });
        await RequireRefusalAsync(
            "none of those that the request selects is online or setup_failed.",
            "CreateDeployment",
            new { StackId = stack, Command = new { Name = "setup" } });

        Assert.Empty((await Server.CallAsync("DescribeDeployments", new { StackId = stack }))["Deployments"]!.AsArray());
    }

    [Fact]
    public async Task A_comment_may_have_several_lines()
    {
        var (stack, _, _) = await OnlineAsync();
        const string Comment = "Fix the shop\r\n\n\t- again\n";

        var deployment = await DeployAsync(new { StackId = stack, Comment, Command = new { Name = "configure" } });

        Assert.Equal(Comment, deployment["Comment"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("setup")]
    [InlineData("update_custom_cookbooks")]
    public async Task An_instance_whose_setup_failed_accepts_only_the_commands_that_repair_it(string command)
    {
        var (stack, _, id) = await OnlineAsync();
        await Server.SetAsync(id, InstanceStatus.SetupFailed);

        await RequireRefusalAsync(
            "No instance can run configure", "CreateDeployment", new { StackId = stack, Command = new { Name = "configure" } });
        Assert.Single(
            (await DeployAsync(new { StackId = stack, Command = new { Name = command } }))["InstanceIds"]!.AsArray());
    }

    [Fact]
    public async Task An_instance_named_by_id_and_by_layer_gets_one_command()
    {
        var (stack, layer, id) = await OnlineAsync();

        var deployment = await DeployAsync(new
        {
            StackId = stack,
            LayerIds = new[] { layer },
            InstanceIds = new[] { id },
            Command = new { Name = "configure" }
        });

        Assert.Single(deployment["InstanceIds"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"Name":"deploy"}""", "AppId is required")]
    [InlineData("""{"Name":"execute_recipes"}""", "Command.Args.recipes must name at least one recipe")]
    [InlineData("""{"Name":"execute_recipes","Args":{"recipes":["a b"]}}""", "Command.Args.recipes[0] is 'a b'")]
    [InlineData("""{"Name":"configure","Args":{"recipes":["a"]}}""", "Command.Args.recipes is not an argument of configure")]
    [InlineData("""{"Name":"update_dependencies","Args":{"allow_reboot":["maybe"]}}""", "Command.Args.allow_reboot must be")]
    [InlineData("""{"Name":"update_dependencies","Args":{"upgrade_os_to":["BeOS"]}}""", "Command.Args.upgrade_os_to is 'BeOS'")]
    [InlineData("""{"Name":"update_dependencies","Args":{"allow_reboot":["true"]}}""", "Command.Args.allow_reboot cannot be true")]
    [InlineData("""{"Name":"dance"}""", "Command.Name is 'dance'; it must be one of")]
    public async Task A_command_with_missing_unknown_or_invalid_arguments_is_refused(string command, string says)
    {
        var (stack, _, _) = await OnlineAsync();

        await RequireRefusalAsync(says, "CreateDeployment", new { StackId = stack, Command = JsonNode.Parse(command) });
    }

    [Fact]
    public async Task Deployments_and_commands_are_listed_newest_first()
    {
        var (stack, _, id) = await OnlineAsync();
        var first = await DeployAsync(new { StackId = stack, Command = new { Name = "configure" } });
        var second = await DeployAsync(new { StackId = stack, Command = new { Name = "setup" } });

        var deployments =
            (await Server.CallAsync("DescribeDeployments", new { StackId = stack }))["Deployments"]!.AsArray();
        var commands = (await Server.CallAsync("DescribeCommands", new { InstanceId = id }))["Commands"]!.AsArray();

        Assert.Equal(
            [second["DeploymentId"]!.GetValue<string>(), first["DeploymentId"]!.GetValue<string>()],
            deployments.Select(deployment => deployment!["DeploymentId"]!.GetValue<string>()));
        Assert.Equal(["setup", "configure"], commands.Select(command => command!["Type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_deployment_of_an_app_of_another_stack_is_refused()
    {
        var (stack, _, _) = await OnlineAsync();
        var app = (await Server.CallAsync(
            "CreateApp", new { StackId = await Server.CreateStackAsync("other"), Name = "shop", Type = "other" }))["AppId"];

        await RequireRefusalAsync(
            "which is not in the stack",
            "CreateDeployment",
            new { StackId = stack, AppId = app, Command = new { Name = "deploy" } });
    }

    private async Task<JsonNode> DeployAsync(object request)
    {
        var id = (await Server.CallAsync("CreateDeployment", request))["DeploymentId"];
        return (await Server.CallAsync(
            "DescribeDeployments", new { DeploymentIds = new JsonArray(id!.DeepClone()) }))["Deployments"]![0]!;
    }

    private async Task<(string Stack, string Layer, string Instance)> OnlineAsync()
    {
        var stack = await Server.CreateStackAsync();
        var layer = await Server.CreateLayerAsync(stack);
        var id = await Server.CreateInstanceAsync(stack, layer);
        await Server.SetAsync(id, InstanceStatus.Online);
        return (stack, layer, id);
    }
}
