using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Deployments.Queue;

/// <summary>The status of a deployment whose commands have ended. Pure.</summary>
internal static class DeploymentEnding
{
    private static readonly string Configure = EnumNames.Of(CommandName.Configure);

    /// <returns>Null while a command has not ended.</returns>
    public static DeploymentStatus? Of(IReadOnlyList<Command> commands) =>
        commands.Any(command => command.Status == CommandStatus.Pending) ? null
        : commands.All(IsSuccess) ? DeploymentStatus.Successful
        : DeploymentStatus.Failed;

    // The newer Configure has done what a superseded one would have done. An app that is not for an instance is skipped
    // there with the exit code 0.
    private static bool IsSuccess(Command command) => command.Status == CommandStatus.Successful
        || (command.Status == CommandStatus.Skipped && command.ExitCode == 0)
        || (command.Status == CommandStatus.Superseded && command.Type == Configure);
}
