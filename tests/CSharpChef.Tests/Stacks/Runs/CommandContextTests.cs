using CSharpChef.Recipes;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Runs;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Runs;

public sealed class CommandContextTests : ServerTests
{
    private string stack = "";
    private string web = "";
    private string db = "";

    [Fact]
    public async Task Recipes_see_the_layers_and_instances_of_their_stack_only()
    {
        var instance = await PrepareAsync();
        var other = await Server.CreateStackAsync("other");
        await Server.CreateInstanceAsync(other, await Server.CreateLayerAsync(other), "foreign");
        await Server.CreateInstanceAsync(stack, db, "db1");

        var data = (await ReadAsync(instance, "configure")).Data!;

        Assert.Equal("web1", data.Self);
        Assert.Equal("shop", data.Stack.Name);
        Assert.Equal(["web", "db"], data.Layers.Select(layer => layer.Name));
        Assert.Equal(
            ["web1 online web", "db1 stopped db"],
            data.Instances.Select(each => $"{each.Hostname} {each.Status} {string.Join(',', each.Layers)}"));
        Assert.Equal(("configure", "somebody"), (data.Command.Type, data.Command.StartedBy));
    }

    [Fact]
    public async Task Recipes_see_the_secrets_of_the_apps_and_databases_of_their_instance()
    {
        var instance = await PrepareAsync();
        await CreateAppAsync("shop", web);
        await CreateAppAsync("blog", db);
        await Server.CallAsync("RegisterRdsDbInstance", new
        {
            StackId = stack,
            RdsDbInstanceArn = "arn:aws:rds:local:1:db:main",
            DbUser = "app",
            DbPassword = "db-password",
        });

        var data = (await ReadAsync(instance, "configure")).Data!;

        var (shop, blog) = (data.Apps[0], data.Apps[1]);
        Assert.Equal("token-text", shop.Environment["TOKEN"]);
        Assert.Equal("live", shop.Environment["MODE"]);
        Assert.Equal(["TOKEN"], shop.SecretVariables);
        Assert.Equal("source-password", shop.Source!.Password);
        Assert.Equal("https://example.com/shop.git", shop.Source.Url);
        Assert.Equal(["db"], blog.Layers);
        Assert.Equal(["MODE"], blog.Environment.Keys);
        Assert.Null(blog.Source!.Password);
        Assert.Equal("db-password", data.Stack.Databases[0].Password);
        Assert.Equal(
            ["db-password", "source-password", "token-text"], StackSecrets.Of(data).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("setup", "shop all")]
    [InlineData("configure", "")]
    public async Task A_setup_deploys_each_app_of_the_layers_of_the_instance(string type, string apps)
    {
        var instance = await PrepareAsync();
        await CreateAppAsync("shop", web);
        await CreateAppAsync("blog", db);
        await CreateAppAsync("all");

        var data = (await ReadAsync(instance, type)).Data!;

        Assert.Equal(apps, string.Join(' ', data.Apps.Where(app => app.IsDeployed).Select(app => app.Name)));
    }

    [Fact]
    public async Task A_command_that_adds_a_layer_sees_its_instance_in_it()
    {
        var instance = await PrepareAsync();
        await CreateAppAsync("blog", db);

        var context = await ReadAsync(instance, "setup_layers", added: db);

        Assert.Equal(["web", "db"], context.Data!.Instances.Single().Layers);
        Assert.Equal("token-text", Assert.Single(context.Data.Apps, app => app.IsDeployed).Environment["TOKEN"]);
    }

    [Fact]
    public async Task A_deploy_is_skipped_where_its_app_is_for_other_layers()
    {
        var instance = await PrepareAsync();
        var other = await Server.CreateInstanceAsync(stack, db, "db1");
        await Server.SetAsync(other, InstanceStatus.Online);
        var app = await CreateAppAsync("shop", web);
        var deployment = (await Server.CallAsync(
            "CreateDeployment", new { StackId = stack, AppId = app, Command = new { Name = "deploy" } }))["DeploymentId"];

        var here = await ReadAsync(instance, "deploy", deployment!.GetValue<string>());
        var there = await ReadAsync(other, "deploy", deployment.GetValue<string>());

        Assert.Null(here.SkipReason);
        Assert.Equal(["web1", "db1"], here.Data!.Command.Instances);
        Assert.Equal([app], here.Data.Command.Args["app_ids"]);
        Assert.Equal("the app shop is for the layers web, and db1 is in none of them", there.SkipReason);
        await RequireRefusalAsync(
            "No instance can run deploy: the app shop is for its LayerIds only",
            "CreateDeployment",
            new { StackId = stack, AppId = app, InstanceIds = new[] { other }, Command = new { Name = "deploy" } });
    }

    [Fact]
    public async Task The_recipes_that_undeploy_a_deleted_app_still_see_it_without_its_secrets()
    {
        var instance = await PrepareAsync();
        var app = await CreateAppAsync("shop", web);
        await Server.CallAsync("DeleteApp", new { AppId = app });
        var deployment = (await Server.CallAsync(
            "DescribeDeployments", new { StackId = stack }))["Deployments"]![0]!["DeploymentId"]!.GetValue<string>();

        var undeploy = await ReadAsync(instance, "undeploy", deployment);
        var configure = await ReadAsync(instance, "configure");

        var seen = Assert.Single(undeploy.Data!.Apps);
        Assert.Equal(("shop", true), (seen.Name, seen.IsDeployed));
        Assert.Equal(["MODE"], seen.Environment.Keys);
        Assert.Null(undeploy.SkipReason);
        Assert.Empty(configure.Data!.Apps);
        Assert.DoesNotContain("token-text", await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recipes_see_what_other_instances_have_published()
    {
        var instance = await PrepareAsync();
        var other = await Server.CreateInstanceAsync(stack, db, "db1");
        await Server.Plane.Store.WriteAsync(
            async session =>
            {
                await PublishedValues.AddAsync(
                    session, (await session.FindAsync<Instance>(other))!, new Dictionary<string, string> { ["port"] = "5433" });
                return true;
            },
            Ct);

        var data = (await ReadAsync(instance, "configure")).Data!;

        Assert.Equal("5433", data.Instances[1].Published["port"]);
        Assert.Empty(data.Instances[0].Published);
    }

    private async Task<string> PrepareAsync()
    {
        stack = await Server.CreateStackAsync();
        web = await Server.CreateLayerAsync(stack);
        db = await Server.CreateLayerAsync(stack, "db");
        var instance = await Server.CreateInstanceAsync(stack, web, "web1");
        await Server.SetAsync(instance, InstanceStatus.Online);
        return instance;
    }

    private async Task<string> CreateAppAsync(string name, params string[] layers) => (await Server.CallAsync("CreateApp", new
    {
        StackId = stack,
        Name = name,
        Type = "other",
        LayerIds = layers,
        AppSource = new { Type = "git", Url = $"https://example.com/{name}.git", Username = "git", Password = "source-password" },
        Environment = new object[]
        {
            new { Key = "TOKEN", Value = "token-text", Secure = true }, new { Key = "MODE", Value = "live" },
        },
    }))["AppId"]!.GetValue<string>();

    private async Task<CommandContext> ReadAsync(
        string instance, string type, string? deployment = null, string? added = null) =>
        (await CommandContext.ReadAsync(
            Server.Plane.Store,
            new()
            {
                CommandId = "c",
                InstanceId = instance,
                StackId = stack,
                DeploymentId = deployment,
                LayerIds = added is null ? null : [added],
                CreatedAt = Server.Clock.GetUtcNow(),
                Status = CommandStatus.Pending,
                Type = type,
                StartedBy = "somebody",
            },
            Ct))!;
}
