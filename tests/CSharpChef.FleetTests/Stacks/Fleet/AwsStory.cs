using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Stacks.Clients;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>A stack with one instance, driven by the calls and the waiters of an AWS client.</summary>
internal sealed class AwsStory(ClientSession client)
{
    private string stack = "";
    private string instance = "";

    public async Task CreateAsync(FleetServer server)
    {
        stack = await CreateAsync("CreateStack", new
        {
            Name = "shop",
            Region = "local",
            ServiceRoleArn = "arn:aws:iam::1:role/service",
            DefaultInstanceProfileArn = "arn:aws:iam::1:instance-profile/machine",
            UseCustomCookbooks = true,
            CustomCookbooksSource = server.Source,
            CustomJson = """{"greeting":"hello"}""",
        });
        var layer = await CreateAsync("CreateLayer", new
        {
            StackId = stack,
            Type = "custom",
            Name = "web",
            Shortname = "web",
            CustomRecipes = JsonNode.Parse(SiteCookbooks.Events),
            Packages = new[] { "nginx-light" },
        });
        var app = await CreateAsync("CreateApp", new { StackId = stack, Name = "shop", Type = "other" });
        await client.WaitAsync("AppExists", new { AppIds = new[] { app } });
        instance = await CreateAsync(
            "CreateInstance", new { StackId = stack, LayerIds = new[] { layer }, InstanceType = "small" });
    }

    /// <summary>Calls an operation for the instance and waits for the status that follows.</summary>
    public async Task ChangeAsync(string operation, string waiter)
    {
        await client.CallAsync(operation, new { InstanceId = instance });
        await client.WaitAsync(waiter, new { InstanceIds = new[] { instance } });
    }

    /// <summary>Runs a recipe on the instance and waits for its success.</summary>
    public async Task ExecuteAsync(string recipe)
    {
        var deployment = await CreateAsync("CreateDeployment", new
        {
            StackId = stack,
            InstanceIds = new[] { instance },
            Command = new { Name = "execute_recipes", Args = new { recipes = new[] { recipe } } },
            CustomJson = """{"greeting":"good evening"}""",
        });
        await client.WaitAsync("DeploymentSuccessful", new { DeploymentIds = new[] { deployment } });
    }

    private async Task<string> CreateAsync(string operation, object arguments) =>
        Assert.Single((await client.CallAsync(operation, arguments)).AsObject()).Value!.GetValue<string>();
}
