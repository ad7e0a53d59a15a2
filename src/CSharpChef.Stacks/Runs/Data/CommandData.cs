using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Stacks.Runs.Data;

/// <summary>What recipes see of their command. Pure.</summary>
internal static class CommandData
{
    /// <param name="context">The command.</param>
    /// <param name="instances">The instances of the stack.</param>
    public static CommandInfo Of(CommandContext context, IReadOnlyList<Instance> instances) =>
        new(context.Command.Event)
        {
            Id = context.Command.CommandId,
            DeploymentId = context.Command.DeploymentId,
            Args = Args(context),
            StartedBy = context.Command.StartedBy ?? SystemCaller.Instances,
            SentAt = context.Command.CreatedAt,
            Instances = [.. instances
                .Where(instance => context.Deployment?.InstanceIds.Contains(instance.InstanceId) == true)
                .Select(instance => instance.Hostname!)],
        };

    private static Dictionary<string, IReadOnlyList<string>> Args(CommandContext context)
    {
        var args = (context.Deployment?.Command.Args ?? new Dictionary<string, IReadOnlyList<string>>())
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        if (context.Deployment?.AppId is { } app)
        {
            args["app_ids"] = [app];
        }

        return args;
    }
}
