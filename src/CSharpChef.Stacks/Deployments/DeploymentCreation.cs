using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Deployments.Queue;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Deployments;

/// <summary>Stores a deployment with a snapshot of what it runs, and queues its commands.</summary>
internal static class DeploymentCreation
{
    /// <returns>The last of its commands; null when it has no instances.</returns>
    public static async Task<Command?> AddAsync(Deployment deployment, IReadOnlyList<Instance> targets, Call call)
    {
        var stack = (await call.Store.FindAsync<Stack>(deployment.StackId))!;
        var app = deployment.DeletedApp
            ?? (deployment.AppId is { } id ? await call.Store.FindAsync<App>(id) : null);
        var added = await call.Store.AddAsync(deployment with
        {
            StartedFrom = call.Caller.Address,
            Snapshot = Snapshot(stack, app, targets),
        });
        Command? last = null;
        foreach (var target in targets)
        {
            last = await call.Store.EnqueueAsync(NewCommand(added, target, call));
        }

        return last;
    }

    private static Command NewCommand(Deployment deployment, Instance target, Call call)
    {
        var name = EnumNames.Of(deployment.Command.Name);
        return new()
        {
            CommandId = call.NewId(),
            InstanceId = target.InstanceId,
            DeploymentId = deployment.DeploymentId,
            StackId = deployment.StackId,
            CreatedAt = call.Now,
            Status = CommandStatus.Pending,
            Type = deployment.IsPlan ? Command.PlanOf(name) : name,
            StartedBy = call.Caller.UserArn,
            StartedFrom = deployment.StartedFrom,
            RetryOf = deployment.RetryOf,
            TimeLimit = deployment.TimeLimit,
            Recipes = deployment.Command.Args?.GetValueOrDefault("recipes"),
        };
    }

    private static DeploymentSnapshot Snapshot(Stack stack, App? app, IReadOnlyList<Instance> targets)
    {
        var cookbooks = stack.UseCustomCookbooks == true ? SourceUrls.Filter(stack.CustomCookbooksSource) : null;
        var code = SourceUrls.Filter(app?.AppSource);
        return new()
        {
            CookbooksUrl = cookbooks?.Url,
            CookbooksRevision = cookbooks?.Revision,
            AppName = app?.Name,
            AppUrl = code?.Url,
            AppRevision = code?.Revision,
            StackCustomJson = stack.CustomJson,
            Instances =
            [
                .. targets.Select(target => new DeployedInstance
                {
                    InstanceId = target.InstanceId,
                    Hostname = target.Hostname,
                    LayerIds = target.LayerIds,
                }),
            ],
        };
    }
}
