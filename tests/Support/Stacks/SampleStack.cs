using System.Text.Json.Nodes;
using CSharpChef.Stacks.Cloud.Volumes;
using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Instances.ServiceErrors;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks.Secrets;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.TestSupport.Stacks;

/// <summary>A stack with one object of each kind, and requests of every operation that use them.</summary>
internal sealed class SampleStack
{
    private readonly Dictionary<string, string> ids = [];

    private SampleStack()
    {
    }

    public string this[string member] => ids[member];

    public static async Task<SampleStack> CreateAsync(TestPlane server)
    {
        var sample = new SampleStack();
        var stack = sample.ids["StackId"] = await server.CreateStackAsync();
        var layer = sample.ids["LayerId"] = await server.CreateLayerAsync(stack);
        sample.ids["InstanceId"] = (await server.CallAsync("CreateInstance", new
        {
            StackId = stack,
            LayerIds = new[]
        {
            layer
        },
            InstanceType = "small",
            AutoScalingType = "timer"
        }))["InstanceId"]!.GetValue<string>();
        sample.ids["AppId"] = (await server.CallAsync(
            "CreateApp", new { StackId = stack, Name = "shop", Type = "other" }))["AppId"]!.GetValue<string>();
        sample.ids["VolumeId"] = (await server.CallAsync(
            "RegisterVolume", new { StackId = stack, Ec2VolumeId = "vol-1" }))["VolumeId"]!.GetValue<string>();
        sample.ids["ElasticIp"] = (await server.CallAsync(
            "RegisterElasticIp", new { StackId = stack, ElasticIp = "192.0.2.7" }))["ElasticIp"]!.GetValue<string>();
        sample.ids["ElasticLoadBalancerName"] = "lb";
        await server.CallAsync("AttachElasticLoadBalancer", new { ElasticLoadBalancerName = "lb", LayerId = layer });
        sample.ids["RdsDbInstanceArn"] = "arn:aws:rds:local:1:db:shop";
        await server.CallAsync(
            "RegisterRdsDbInstance",
            new { StackId = stack, RdsDbInstanceArn = sample["RdsDbInstanceArn"], DbUser = "u", DbPassword = "p" });
        sample.ids["EcsClusterArn"] = "arn:aws:ecs:local:1:cluster/shop";
        await server.CallAsync("RegisterEcsCluster", new { StackId = stack, EcsClusterArn = sample["EcsClusterArn"] });
        await server.SetAsync(sample["InstanceId"], InstanceStatus.Online);
        sample.ids["DeploymentId"] = (await server.CallAsync(
            "CreateDeployment",
            new { StackId = stack, Command = new { Name = "setup" } }))["DeploymentId"]!.GetValue<string>();
        await server.SetAsync(sample["InstanceId"], InstanceStatus.Stopped);
        await AddRecordsAsync(server, sample);
        return sample;
    }

    /// <summary>Registers a database with another stack.</summary>
    /// <returns>The ARN of the database.</returns>
    public static async Task<string> CreateOtherAsync(TestPlane server)
    {
        const string Arn = "arn:aws:rds:local:1:db:other";
        await server.CallAsync("RegisterRdsDbInstance", new
        {
            StackId = await server.CreateStackAsync("other"),
            RdsDbInstanceArn = Arn,
            DbUser = "u",
            DbPassword = "p",
        });
        return Arn;
    }

    /// <summary>
    /// A request with the required members, or one request for each of several selectors.
    /// </summary>
    public IEnumerable<JsonObject> RequestsOf(Operation operation)
    {
        var required = new JsonObject(operation.Input.Members.Where(member => member.Required)
            .Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, ValueOf(member))));
        if (operation.IsQuery && required.Count == 0)
        {
            foreach (var filter in operation.Input.Members.Where(
                member => member.Name is not ("NextToken" or "MaxResults" or "IamUserArn")))
            {
                yield return new() { [filter.Name] = ValueOf(filter) };
            }

            yield break;
        }

        foreach (var optional in operation.Input.Members.Where(
            member => member.Name == "InstanceId" && !member.Required))
        {
            required[optional.Name] = ValueOf(optional);
        }

        yield return required;
    }

    private JsonNode? ValueOf(Member member) => member switch
    {
        { Name: "ResourceArn" } => $"arn:aws:opsworks:local:1:stack/{this["StackId"]}/",
        { Name: "IamUserArn" } => "arn:aws:iam::1:user/spectator",
        { Name: "Type" } => member.Shape is TextShape { Words: { Count: > 0 } words } ? words[^1] : "other",
        { Name: "Command" } => new JsonObject { ["Name"] = "setup" },
        { Name: "Ips" } => new JsonArray(this["ElasticIp"]),
        { Shape: ListShape } when ids.TryGetValue(member.Name[..^1], out var id) => new JsonArray(id),
        { Shape: ListShape } => new JsonArray("x"),
        { Shape: MapShape } => new JsonObject { ["key"] = "value" },
        _ => ids.GetValueOrDefault(member.Name, "x"),
    };

    private static Task<int> AddRecordsAsync(TestPlane server, SampleStack world) => server.Plane.Store.WriteAsync(
        async session =>
        {
            var (stack, instance) = (world["StackId"], world["InstanceId"]);
            await session.AddAsync(new ServiceError
            {
                ServiceErrorId = world.ids["ServiceErrorId"] = "error-1",
                StackId = stack,
                InstanceId = instance,
                Type = "T",
                Message = "M",
                CreatedAt = session.Now
            });
            await session.AddAsync(new StackCookbooks { StackId = stack });
            await session.AddAsync(new StackSecret
            {
                SecretId = "secret-1",
                StackId = stack,
                Name = "TOKEN",
                Value = Secret.New("token-text"),
                UpdatedAt = session.Now,
                UpdatedBy = "somebody",
            });
            await session.AddAsync(new PublishedValues
            {
                InstanceId = instance,
                StackId = stack,
                Values = new Dictionary<string, string> { ["port"] = "5432" },
            });
            await session.AddAsync(new RaidArray
            {
                RaidArrayId = world.ids["RaidArrayId"] = "raid-1",
                StackId = stack,
                InstanceId = instance
            });
            await session.AddAsync(new Command
            {
                CommandId = world.ids["CommandId"] = "command-1",
                InstanceId = instance,
                DeploymentId = world["DeploymentId"],
                StackId = stack,
                CreatedAt = session.Now,
                Status = CommandStatus.Pending,
                Type = "setup",
            });
            return 0;
        },
        default);
}
