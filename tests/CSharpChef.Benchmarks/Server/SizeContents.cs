using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Benchmarks.Server;

/// <summary>Creates a store with many stacks, one of which has many instances and large deployments.</summary>
internal sealed record SizeContents(string StackId, string LayerId, string Token)
{
    public const int Stacks = 500;
    public const int Instances = 1000;
    public const int Deployments = 400;

    private static readonly string LargeJson = $$"""{"a":"{{new string('a', 100_000)}}"}""";

    public static async Task<SizeContents> CreateAsync(string data)
    {
        await using var store = await StoreOpening.OpenAsync(new(data), TimeProvider.System, default);
        var keyId = await ServerContents.MakeAdministratorAsync(store);
        var account = await FirstAdministrator.AccountAsync(store, default);
        var (stack, layer) = await store.WriteAsync(AddStacksAsync, default);
        await store.WriteAsync(session => AddInstancesAsync(session, stack, layer), default);
        await store.WriteAsync(session => AddDeploymentsAsync(session, stack), default);
        return new(stack, layer, await ServerContents.CreateTokenAsync(store, account, keyId));
    }

    private static async Task<(string Stack, string Layer)> AddStacksAsync(StoreSession session)
    {
        var stack = "";
        for (var n = 0; n < Stacks; n++)
        {
            stack = session.NewId();
            await session.AddAsync((Stack)Stack.Defaults.MergeInto(new Stack
            {
                StackId = stack,
                Arn = "arn",
                Region = "local",
                CreatedAt = session.Now,
                Name = $"stack {n}",
                ServiceRoleArn = "role",
                DefaultInstanceProfileArn = "profile",
            }));
        }

        var layer = await session.AddAsync((Layer)Layer.Defaults.MergeInto(new Layer
        {
            LayerId = session.NewId(),
            StackId = stack,
            Arn = "arn",
            Type = LayerType.Custom,
            CreatedAt = session.Now,
            Name = "Layer",
            Shortname = "layer",
        }));
        return (stack, layer.LayerId);
    }

    private static async Task<int> AddInstancesAsync(StoreSession session, string stack, string layer)
    {
        for (var n = 1; n <= Instances; n++)
        {
            await session.AddAsync(ServerContents.Online(session, stack, session.NewId(), layer, $"layer{n}"));
        }

        return 0;
    }

    private static async Task<int> AddDeploymentsAsync(StoreSession session, string stack)
    {
        for (var n = 0; n < Deployments; n++)
        {
            await session.AddAsync(new Deployment
            {
                DeploymentId = session.NewId(),
                StackId = stack,
                CreatedAt = session.Now,
                Command = new() { Name = CommandName.Configure },
                Status = DeploymentStatus.Successful,
                CustomJson = LargeJson,
                InstanceIds = [],
            });
        }

        return 0;
    }
}
