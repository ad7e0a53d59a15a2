using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Deployments.Queue;

/// <summary>What a command waits for. Pure.</summary>
/// <param name="Instance">The instance of the command.</param>
/// <param name="Queue">The commands of the instance that have not ended.</param>
/// <param name="Pause">The last pause of the stack.</param>
/// <param name="Turn">The turn for which the command waits on its server; null when it waits for none.</param>
/// <param name="Now">The time.</param>
internal sealed record CommandWaits(
    Instance Instance, IReadOnlyList<Command> Queue, StackPause? Pause, CommandWait? Turn, DateTimeOffset Now)
{
    /// <returns>Null when the command has begun, is about to begin, or has ended.</returns>
    public CommandWait? Of(Command command) =>
        command.Status != CommandStatus.Pending || command.AcknowledgedAt is not null ? null
        : IsHeld(command) ? new() { Reason = $"the stack is paused by {Pause!.By}: {Pause.Reason}", Until = Pause.Until }
        : Before(command) is { } other ? Wait(command, $"the instance runs {other.Type} first", other.CommandId)
        : Instance.Life.CommandId != command.CommandId && !IsReady(command)
            ? Wait(command, $"the instance is {EnumNames.Of(Instance.Status)}", null)
        : Turn is not null ? Wait(command, Turn.Reason, Turn.BehindCommandId)
        : null;

    private bool IsHeld(Command command) => CommandQueue.IsHeld(command, Pause, Instance.Life.CommandId, Now);

    private bool IsReady(Command command) => Instance.Status == InstanceStatus.Online
        || (Instance.Status == InstanceStatus.SetupFailed && CommandQueue.RepairsSetup(command));

    // The one that runs, else the one right before this one.
    private Command? Before(Command command) =>
        Queue.FirstOrDefault(other => other.CommandId != command.CommandId && other.AcknowledgedAt is not null)
            ?? Queue.Where(other => !IsHeld(other) && string.CompareOrdinal(other.CommandId, command.CommandId) < 0)
                .MaxBy(other => other.CommandId, StringComparer.Ordinal);

    private CommandWait Wait(Command command, string reason, string? behind) => new()
    {
        Reason = reason,
        BehindCommandId = behind,
        Until = CommandQueue.NotAfter(command, Pause),
    };
}
