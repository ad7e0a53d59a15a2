using System.Text.Json.Nodes;
using CSharpChef.Stacks.Instances;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>
/// Calls every operation with one client: creates a stack with everything in it, describes all of it, changes it and
/// removes it.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="set">Sets the status of an instance, as a machine would; null where a test cannot.</param>
internal sealed partial class ClientScenario(
    ClientSession client, Func<string, InstanceStatus, Task>? set, Func<string, Task>? finish)
{
    private const string Ann = "arn:aws:iam::1:user/ann";
    private const string Role = "arn:aws:iam::1:role/service";
    private const string Database = "arn:aws:rds:local:1:db:shop";
    private const string Key =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBhbtqmJcGSTvPqcDMCOcJZSBHzRDJNwYM2VZuKHFSdW ann@example";

    private readonly List<string> stacks = [];
    private string stack = "";
    private string layer = "";
    private string instance = "";
    private string registered = "";
    private string app = "";
    private string volume = "";

    public async Task RunAsync()
    {
        await MakeStackAsync();
        await MakeLayerAsync();
        await MakeInstancesAsync();
        await MakeAppAsync();
        await MakeResourcesAsync();
        await MakeUserAsync();
        await PageClustersAsync();
        await OperateInstancesAsync();
        await RefuseAsync();
        await RemoveAsync();
    }

    private async Task MakeStackAsync()
    {
        stack = await CreateAsync("CreateStack", new
        {
            Name = "shop",
            Region = "local",
            ServiceRoleArn = Role,
            DefaultInstanceProfileArn = "arn:aws:iam::1:instance-profile/machine",
            Attributes = new { Color = "rgb(45, 114, 184)" },
            CustomJson = """{"shop":{"name":"Zürich"}}""",
            ConfigurationManager = new { Name = "Chef", Version = "12" },
            ChefConfiguration = new { ManageBerkshelf = false },
            CustomCookbooksSource = new
            {
                Type = "git",
                Url = "https://example.com/cookbooks.git",
                Username = "u",
                Password = "hidden",
                Revision = "main"
            },
            UseCustomCookbooks = true,
        });
        await client.CallAsync(
            "UpdateStack",
            new { StackId = stack, HostnameTheme = "Greek_Deities_and_Titans", DefaultRootDeviceType = "ebs" });
        var found = (await client.CallAsync("DescribeStacks", new { StackIds = new[] { stack } }))["Stacks"]![0]!;
        Assert.Equal("""{"shop":{"name":"Zürich"}}""", Text(found["CustomJson"]));
        Assert.Equal("Greek_Deities_and_Titans", Text(found["HostnameTheme"]));
        Assert.DoesNotContain("hidden", found.ToJsonString(), StringComparison.Ordinal);
        await client.CallAsync("DescribeStackProvisioningParameters", new { StackId = stack });
        Assert.NotEmpty(await ListAsync("DescribeAgentVersions", "AgentVersions", new { StackId = stack }));
        Assert.NotEmpty(await ListAsync("DescribeOperatingSystems", "OperatingSystems"));
        await TagAsync(Text(found["Arn"]));
    }

    private async Task TagAsync(string arn)
    {
        await client.CallAsync("TagResource", new { ResourceArn = arn, Tags = new { team = "shop", cost = "7" } });
        await client.CallAsync("UntagResource", new { ResourceArn = arn, TagKeys = new[] { "cost" } });
        Assert.Equal(
            """{"team":"shop"}""",
            (await client.CallAsync("ListTags", new { ResourceArn = arn }))["Tags"]!.ToJsonString());
    }

    private async Task MakeLayerAsync()
    {
        layer = await CreateAsync("CreateLayer", new
        {
            StackId = stack,
            Type = "custom",
            Name = "Web",
            Shortname = "web",
            Packages = new[] { "nginx" },
            VolumeConfigurations = new[]
            {
                new { MountPoint = "/srv", NumberOfDisks = 1, Size = 10, VolumeType = "gp2", Encrypted = false }
            },
            CustomRecipes = new { Setup = new[] { "web::default" }, Deploy = new[] { "web::deploy" } },
            LifecycleEventConfiguration = new
            {
                Shutdown = new { ExecutionTimeout = 120, DelayUntilElbConnectionsDrained = false }
            },
            CloudWatchLogsConfiguration = new
            {
                Enabled = true,
                LogStreams = new[] { new { LogGroupName = "web", File = "/var/log/web", TimeZone = "UTC" } }
            },
        });
        await client.CallAsync(
            "UpdateLayer",
            new { LayerId = layer, EnableAutoHealing = false, CustomSecurityGroupIds = new[] { "sg-1" } });
        var found = Assert.Single(await ListAsync("DescribeLayers", "Layers", new { StackId = stack }))!;
        Assert.Equal(("web", false), (Text(found["Shortname"]), found["EnableAutoHealing"]!.GetValue<bool>()));
        Assert.Equal("web::default", Text(found["CustomRecipes"]!["Setup"]![0]));
        await client.CallAsync(
            "SetLoadBasedAutoScaling",
            new { LayerId = layer, Enable = true, UpScaling = new { InstanceCount = 1, CpuThreshold = 80.5 } });
        var scaling = Assert.Single(await ListAsync(
            "DescribeLoadBasedAutoScaling", "LoadBasedAutoScalingConfigurations", new { LayerIds = new[] { layer } }))!;
        Assert.Equal(80.5, scaling["UpScaling"]!["CpuThreshold"]!.GetValue<double>());
    }

    private async Task MakeAppAsync()
    {
        app = await CreateAsync("CreateApp", new
        {
            StackId = stack,
            Name = "Shop",
            Type = "other",
            AppSource = new { Type = "git", Url = "https://example.com/shop.git" },
            Domains = new[] { "shop.example" },
            Environment = new[]
            {
                new { Key = "MODE", Value = "live", Secure = false },
                new { Key = "TOKEN", Value = "hidden", Secure = true }
            },
        });
        await client.CallAsync("UpdateApp", new { AppId = app, Description = "sells" });
        await client.WaitAsync("AppExists", new { AppIds = new[] { app } });
        var found = Assert.Single(await ListAsync("DescribeApps", "Apps", new { AppIds = new[] { app } }))!;
        Assert.Equal(("shop", "sells"), (Text(found["Shortname"]), Text(found["Description"])));
        Assert.DoesNotContain("hidden", found.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task MakeUserAsync()
    {
        await client.CallAsync(
            "CreateUserProfile", new { IamUserArn = Ann, SshPublicKey = Key, AllowSelfManagement = true });
        await client.CallAsync("UpdateUserProfile", new { IamUserArn = Ann, SshUsername = "annie" });
        var user = Assert.Single(
            await ListAsync("DescribeUserProfiles", "UserProfiles", new { IamUserArns = new[] { Ann } }))!;
        Assert.Equal("annie", Text(user["SshUsername"]));
        await client.CallAsync("UpdateMyUserProfile", new { SshPublicKey = Key });
        Assert.Equal(Key, Text((await client.CallAsync("DescribeMyUserProfile"))["UserProfile"]!["SshPublicKey"]));
        await client.CallAsync(
            "SetPermission", new { StackId = stack, IamUserArn = Ann, AllowSsh = true, Level = "deploy" });
        var permission = Assert.Single(
            await ListAsync("DescribePermissions", "Permissions", new { StackId = stack, IamUserArn = Ann }))!;
        Assert.Equal("deploy", Text(permission["Level"]));
    }

    private async Task<string> CreateAsync(string operation, object arguments)
    {
        var answer = (await client.CallAsync(operation, arguments)).AsObject();
        return Text(Assert.Single(answer).Value);
    }

    private async Task<JsonArray> ListAsync(string operation, string member, object? arguments = null) =>
        (await client.CallAsync(operation, arguments))[member]!.AsArray();

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
