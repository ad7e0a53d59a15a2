using System.Text.Json.Nodes;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Compatibility;

/// <summary>Fills a store with a bit of everything, through the operations of the API.</summary>
internal sealed partial class StoreMaker(TestPlane server)
{
    private readonly List<AnsweredCall> calls = [];
    private string stack = "";
    private string web = "";
    private string database = "";
    private string app = "";

    /// <summary>The calls that were made with an invocation id.</summary>
    public IReadOnlyList<AnsweredCall> Calls => calls;

    public async Task FillAsync()
    {
        await AddUsersAsync();
        await AddStackAsync();
        await AddLayersAsync();
        await AddResourcesAsync();
        await AddAppsAsync();
        await AddInstancesAsync();
        await AddRecordsAsync();
        await CallAsync("CloneStack", $$"""
            {
              "SourceStackId": "{{stack}}", "Name": "shop of tomorrow", "ServiceRoleArn": "arn:aws:iam::1:role/service",
              "ClonePermissions": true, "CloneAppIds": ["{{app}}"]
            }
            """);
        await AddAnsweredCallsAsync();
    }

    private async Task AddUsersAsync()
    {
        foreach (var name in new[] { "alice", "bob", "carol" })
        {
            await CallAsync("CreateUserProfile", $$"""
                { "IamUserArn": "{{Arn(name)}}", "SshPublicKey": "{{MadeKeys.SshPublicKey(name)}}", "AllowSelfManagement": true }
                """);
        }

        await CallAsync("SetUserRole", $$"""{ "IamUserArn": "{{Arn("bob")}}", "Role": "creator" }""");
        await CallAsync("UpdateUserProfile", $$"""{ "IamUserArn": "{{Arn("bob")}}", "SshUsername": "robert" }""");
        await CallAsync("DeleteUserProfile", $$"""{ "IamUserArn": "{{Arn("carol")}}" }""");
        await CallAsync(
            "CreateToken", $$"""{ "IamUserArn": "{{Arn("alice")}}", "Comment": "laptop", "ExpiresInDays": 30 }""");
        var key = await CallAsync("CreateAccessKey", $$"""{ "IamUserArn": "{{Arn("bob")}}", "ExpiresInDays": 365 }""");
        await CallAsync("UpdateAccessKey", $$"""{ "AccessKeyId": "{{key["AccessKeyId"]}}", "Disabled": true }""");
        await CallAsync("SetRetention", """{ "ActivityDays": 800, "CommandDays": 60, "CommandsPerInstance": 50 }""");
    }

    private async Task AddStackAsync()
    {
        stack = await CreateAsync("CreateStack", $$"""
            {
              "Name": "shop", "Region": "local", "VpcId": "vpc-1", "ServiceRoleArn": "arn:aws:iam::1:role/service",
              "DefaultInstanceProfileArn": "arn:aws:iam::1:instance-profile/machine", "DefaultOs": "Debian 13",
              "HostnameTheme": "Fruits", "DefaultAvailabilityZone": "local-a", "Attributes": { "Color": "rgb(45, 114, 184)" },
              "CustomJson": "{ \"shop\": { \"name\": \"Søren's\" } }", "UseCustomCookbooks": true,
              "CustomCookbooksSource": {
                "Type": "git", "Url": "git@example.org:shop.git", "SshKey": {{Quoted(MadeKeys.PrivateKey())}}, "Revision": "main"
              }
            }
            """);
        await CallAsync("TagResource", $$"""
            { "ResourceArn": "arn:aws:opsworks:local:1:stack/{{stack}}/", "Tags": { "team": "shop", "cost": "42" } }
            """);
        await CallAsync("SetPermission", $$"""
            { "StackId": "{{stack}}", "IamUserArn": "{{Arn("alice")}}", "Level": "manage", "AllowSsh": true, "AllowSudo": true }
            """);
        await CallAsync(
            "SetPermission", $$"""{ "StackId": "{{stack}}", "IamUserArn": "{{Arn("bob")}}", "Level": "show" }""");
        await server.RequireRefusalAsync("StopStack", new { StackId = stack }, await server.SignInAsync(Arn("bob")));
    }

    private async Task AddLayersAsync()
    {
        web = await CreateAsync("CreateLayer", $$"""
            {
              "StackId": "{{stack}}", "Type": "custom", "Name": "Web servers", "Shortname": "web", "Packages": ["nginx"],
              "CustomJson": "{ \"port\": 8080 }",
              "CustomRecipes": { "Setup": ["nginx", "shop::setup"], "Deploy": ["shop::deploy"] },
              "VolumeConfigurations": [
                { "MountPoint": "/vol/data", "NumberOfDisks": 2, "Size": 100, "RaidLevel": 1, "VolumeType": "gp2" }
              ],
              "LifecycleEventConfiguration": { "Shutdown": { "ExecutionTimeout": 60 } }
            }
            """);
        database = await CreateAsync("CreateLayer", $$"""
            {
              "StackId": "{{stack}}", "Type": "db-master", "Name": "MySQL", "Shortname": "db-master",
              "Attributes": { "MysqlRootPassword": "mysql root password", "MysqlRootPasswordUbiquitous": "true" }
            }
            """);
        await CallAsync("TagResource", $$"""
            { "ResourceArn": "arn:aws:opsworks:local:1:layer/{{web}}/", "Tags": { "tier": "front" } }
            """);
        await CallAsync("SetLoadBasedAutoScaling", $$"""
            { "LayerId": "{{web}}", "Enable": true, "UpScaling": { "CpuThreshold": 90.5, "InstanceCount": 2, "Alarms": ["hot"] } }
            """);
        await CallAsync("DeleteLayer", $$"""{ "LayerId": "{{await server.CreateLayerAsync(stack, "passing")}}" }""");
    }

    private async Task AddAnsweredCallsAsync()
    {
        await CallWithInvocationIdAsync(
            "CSharpChef_20261124.CreateToken", $$"""{ "IamUserArn": "{{Arn("bob")}}", "Comment": "answered" }""");
        await CallWithInvocationIdAsync("CSharpChef_20261124.CreateAccessKey", $$"""{ "IamUserArn": "{{Arn("bob")}}" }""");
        await CallWithInvocationIdAsync("OpsWorks_20130218.CreateLayer", $$"""
            { "StackId": "{{stack}}", "Type": "custom", "Name": "Workers", "Shortname": "workers" }
            """);
        await CallWithInvocationIdAsync(
            "OpsWorks_20130218.UpdateStack", $$"""{ "StackId": "{{stack}}", "DefaultSshKeyName": "ops" }""");
    }

    private async Task CallWithInvocationIdAsync(string target, string request)
    {
        var call = new AnsweredCall(target, $"invocation-{calls.Count + 1}", request);
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        calls.Add(call with { Answer = await call.SendAsync(server) });
    }

    /// <summary>Calls an operation and returns the id of the object that it created.</summary>
    private async Task<string> CreateAsync(string operation, string request) =>
        (await CallAsync(operation, request)).AsObject().Single().Value!.GetValue<string>();

    private Task<JsonNode> CallAsync(string operation, string request)
    {
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        return server.CallAsync(operation, request);
    }

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();

    private static string Arn(string user) => $"arn:aws:iam::1:user/{user}";
}
