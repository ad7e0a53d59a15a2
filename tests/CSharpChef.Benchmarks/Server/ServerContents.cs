using System.Text;
using System.Text.Json;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Benchmarks.Server;

/// <summary>Creates a store with a thousand instances and a hundred thousand commands.</summary>
internal sealed class ServerContents
{
    private const int Stacks = 25;
    private const int LayersPerStack = 4;
    private const int InstancesPerStack = 40;
    private const int DeploymentsPerStack = 100;
    private const int CommandsPerDeployment = 40;

    public List<string> StackIds { get; } = [];

    public List<string> LayerIds { get; } = [];

    public List<string> InstanceIds { get; } = [];

    public List<string> DeploymentIds { get; } = [];

    public string Token { get; private set; } = "";

    public static async Task<ServerContents> CreateAsync(string data)
    {
        var contents = new ServerContents();
        await using var store = await StoreOpening.OpenAsync(new(data), TimeProvider.System, default);
        var keyId = await MakeAdministratorAsync(store);
        var account = await FirstAdministrator.AccountAsync(store, default);
        for (var n = 0; n < Stacks; n++)
        {
            await store.WriteAsync(session => contents.AddStackAsync(session, n), default);
        }

        contents.Token = await CreateTokenAsync(store, account, keyId);
        return contents;
    }

    /// <summary>Creates a store with an administrator only.</summary>
    /// <returns>The id of the administrator's access key.</returns>
    public static async Task<string> CreateAdministratorAsync(string data)
    {
        await using var store = await StoreOpening.OpenAsync(new(data), TimeProvider.System, default);
        return await MakeAdministratorAsync(store);
    }

    public static async Task<string> MakeAdministratorAsync(DocumentStore store)
    {
        var keyId = "";
        await FirstAdministrator.MakeAsync(store, (id, _) => keyId = id, default);
        return keyId;
    }

    public static async Task<string> CreateTokenAsync(DocumentStore store, string account, string keyId)
    {
        var plane = new ControlPlane(store, new() { Account = account, Url = "http://localhost" }, TimeProvider.System);
        var caller = new Caller(Arn.OfUser(account, "admin"), UserRole.Admin)
        {
            Credential = keyId,
            Address = "127.0.0.1",
            RequestId = "benchmark",
        };
        var answer =
            await plane.CallAsync("CSharpChef_20261124.CreateToken", Encoding.UTF8.GetBytes("{}"), caller, default);
        return JsonDocument.Parse(answer).RootElement.GetProperty(nameof(Token)).GetString()!;
    }

    private async Task<int> AddStackAsync(StoreSession session, int number)
    {
        var stack = (Stack)Stack.Defaults.MergeInto(new Stack
        {
            StackId = Id(session, StackIds),
            Arn = "arn",
            Region = "local",
            CreatedAt = session.Now,
            Name = $"stack {number}",
            ServiceRoleArn = "role",
            DefaultInstanceProfileArn = "profile"
        });
        await session.AddAsync(stack);
        var layers = new List<string>();
        for (var n = 0; n < LayersPerStack; n++)
        {
            layers.Add(Id(session, LayerIds));
            await session.AddAsync((Layer)Layer.Defaults.MergeInto(
                new Layer
                {
                    LayerId = layers[^1],
                    StackId = stack.StackId,
                    Arn = "arn",
                    Type = LayerType.Custom,
                    CreatedAt = session.Now,
                    Name = $"Layer {n}",
                    Shortname = $"layer{n}"
                }));
        }

        var instances = new List<string>();
        for (var n = 0; n < InstancesPerStack; n++)
        {
            instances.Add(Id(session, InstanceIds));
            await session.AddAsync(
                Online(session, stack.StackId, instances[^1], layers[n % LayersPerStack], $"host{n}"));
        }

        for (var n = 0; n < DeploymentsPerStack; n++)
        {
            await AddDeploymentAsync(session, stack.StackId, instances);
        }

        return 0;
    }

    private async Task AddDeploymentAsync(StoreSession session, string stack, IReadOnlyList<string> instances)
    {
        var deployment = Id(session, DeploymentIds);
        await session.AddAsync(new Deployment
        {
            DeploymentId = deployment,
            StackId = stack,
            CreatedAt = session.Now,
            Command = new() { Name = CommandName.Configure },
            Status = DeploymentStatus.Successful,
            InstanceIds = instances,
        });
        foreach (var instance in instances.Take(CommandsPerDeployment))
        {
            await session.AddAsync(new Command
            {
                CommandId = session.NewId(),
                InstanceId = instance,
                DeploymentId = deployment,
                StackId = stack,
                CreatedAt = session.Now,
                Status = CommandStatus.Successful,
                Type = "configure",
            });
        }
    }

    public static Instance Online(StoreSession session, string stack, string id, string layer, string hostname) =>
        (Instance)Instance.Defaults.MergeInto(new Instance
        {
            InstanceId = id,
            StackId = stack,
            Arn = "arn",
            Status = InstanceStatus.Online,
            CreatedAt = session.Now,
            Hostname = hostname,
            LayerIds = [layer],
            InstanceType = "small",
            Os = "Debian 12",
            PrivateIp = "192.0.2.1",
        });

    private static string Id(StoreSession session, List<string> all)
    {
        all.Add(session.NewId());
        return all[^1];
    }
}
