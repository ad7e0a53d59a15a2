using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Cloud.Balancers;
using CSharpChef.Stacks.Cloud.Clusters;
using CSharpChef.Stacks.Cloud.Databases;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Runs.Data;

/// <summary>The documents of a stack, as they are when a command begins.</summary>
internal sealed record StackDocuments(Stack Stack)
{
    public IReadOnlyList<Layer> Layers { get; init; } = [];

    public IReadOnlyList<Instance> Instances { get; init; } = [];

    public IReadOnlyList<OpenedApp> Apps { get; init; } = [];

    public IReadOnlyList<(RdsDbInstance Database, string Password)> Databases { get; init; } = [];

    public IReadOnlyList<ElasticLoadBalancer> Balancers { get; init; } = [];

    public IReadOnlyList<EcsCluster> Clusters { get; init; } = [];

    /// <summary>What the instances have published, by their ids.</summary>
    public IReadOnlyDictionary<string, PublishedValues> Published { get; init; } =
        new Dictionary<string, PublishedValues>();

    public IReadOnlyList<(UserProfile User, Permission Permission)> Users { get; init; } = [];

    /// <summary>Reads them for a command of one instance. Secrets of apps that are not for it stay closed.</summary>
    /// <param name="session">The session.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="instance">The instance, with the layers that the command adds.</param>
    /// <param name="deleted">
    /// The app that the command undeploys because it was deleted; null for other commands.
    /// </param>
    public static async Task<StackDocuments> ReadAsync(
        StoreSession session, Stack stack, Instance instance, App? deleted) =>
        new(stack)
        {
            Layers = await session.ListAsync<Layer>(stack.StackId),
            Instances = [.. (await session.ListAsync<Instance>(stack.StackId))
                .Select(each => each.InstanceId == instance.InstanceId ? instance : each)],
            Apps = await AppsAsync(session, instance, deleted),
            Databases = await DatabasesAsync(session, stack),
            Balancers = await session.ListAsync<ElasticLoadBalancer>(stack.StackId),
            Clusters = await session.ListAsync<EcsCluster>(stack.StackId),
            Users = await UsersAsync(session, stack),
            Published = (await session.ListAsync<PublishedValues>(stack.StackId)).ToDictionary(each => each.InstanceId),
        };

    private static async Task<IReadOnlyList<OpenedApp>> AppsAsync(
        StoreSession session, Instance instance, App? deleted)
    {
        var apps = new List<OpenedApp>();
        var stored = await session.ListAsync<App>(instance.StackId);
        foreach (var app in deleted is null ? stored : stored.Append(deleted))
        {
            apps.Add(await OpenedApp.OpenAsync(session, app, instance));
        }

        return apps;
    }

    private static async Task<IReadOnlyList<(RdsDbInstance, string)>> DatabasesAsync(
        StoreSession session, Stack stack)
    {
        var databases = new List<(RdsDbInstance, string)>();
        foreach (var database in await session.ListAsync<RdsDbInstance>(stack.StackId))
        {
            databases.Add((database, await session.RevealAsync(database, database.DbPassword)));
        }

        return databases;
    }

    private static async Task<IReadOnlyList<(UserProfile, Permission)>> UsersAsync(StoreSession session, Stack stack)
    {
        var permissions = (await session.ListAsync<Permission>(stack.StackId))
            .Where(permission => permission.AllowSsh || permission.AllowSudo)
            .ToDictionary(permission => permission.IamUserArn);
        return [.. (await session.FindAsync<UserProfile>(permissions.Keys))
            .Select(user => (user, permissions[user.IamUserArn]))];
    }
}
