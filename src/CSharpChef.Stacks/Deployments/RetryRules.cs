using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Deployments;

/// <summary>The rules of running a command again. Pure.</summary>
internal static class RetryRules
{
    /// <returns>The name of the command.</returns>
    public static CommandName Check(Command command)
    {
        if (command.Status is CommandStatus.Pending or CommandStatus.Successful)
        {
            var reason = command.Status == CommandStatus.Pending ? "it has not ended" : "it was successful";
            throw ApiError.Invalid(
                $"The command {command.CommandId} cannot be run again: {reason}. CreateDeployment runs a new one.");
        }

        return EnumNames.Parse<CommandName>(command.Event) ?? throw ApiError.Invalid(
            $"The command {command.CommandId} cannot be run again: {command.Event} belongs to a change of its instance, such as a stop.");
    }

    /// <summary>The deployment of the new command.</summary>
    /// <param name="command">The command that ended.</param>
    /// <param name="name">Its name.</param>
    /// <param name="original">The deployment of the command; null when it had none.</param>
    /// <param name="id">The id of the new deployment.</param>
    /// <param name="by">Who starts it.</param>
    /// <param name="now">The time.</param>
    public static Deployment Again(
        Command command, CommandName name, Deployment? original, string id, string by, DateTimeOffset now) => new()
        {
            DeploymentId = id,
            StackId = command.StackId,
            AppId = original?.AppId,
            CreatedAt = now,
            IamUserArn = by,
            Comment = original?.Comment,
            Command = original?.Command ?? new() { Name = name },
            Status = DeploymentStatus.Running,
            CustomJson = original?.CustomJson,
            DeletedApp = original?.DeletedApp,
            InstanceIds = [command.InstanceId],
            IsPlan = command.IsPlan,
            TimeLimit = command.TimeLimit,
            RetryOf = command.CommandId,
        };
}
