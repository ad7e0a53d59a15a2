using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Deployments.Queue;

/// <summary>The rules of the queue of an instance, which runs one command at a time. Pure.</summary>
internal static class CommandQueue
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);
    private static readonly string Configure = EnumNames.Of(CommandName.Configure);

    /// <summary>The command that runs next: a Shutdown before all others, which run in the order of creation.</summary>
    public static Command? Next(IReadOnlyList<Command> waiting) =>
        waiting.FirstOrDefault(command => command.Type == LifeCommands.Shutdown)
            ?? waiting.MinBy(command => command.CommandId, StringComparer.Ordinal);

    /// <summary>True for the commands that also run where a Setup has failed.</summary>
    public static bool RepairsSetup(Command command) =>
        EnumNames.Parse<CommandName>(command.Event) is { } name && DeploymentRules.RepairsSetup(name);

    /// <summary>The waiting commands that a new one makes unnecessary.</summary>
    public static IEnumerable<Command> SupersededBy(string type, IReadOnlyList<Command> waiting) =>
        waiting.Where(command => command.AcknowledgedAt is null && command.DeploymentId is null
            && command.Type == Configure && (type == Configure || type == LifeCommands.Setup));

    /// <summary>When a command that still waits is given up, so that a machine that returns runs no old one.</summary>
    /// <param name="command">The command.</param>
    /// <param name="pause">The last pause of its stack, which does not count for what it held.</param>
    public static DateTimeOffset NotAfter(Command command, StackPause? pause = null)
    {
        var end = command.NotAfter ?? command.CreatedAt + LongestWait;
        return pause is null || !IsOfPause(command, pause) || pause.Since > end ? end
            : pause.Until is not { } until ? DateTimeOffset.MaxValue
            : until > command.CreatedAt ? end + (until - Later(pause.Since, command.CreatedAt))
            : end;
    }

    /// <summary>
    /// True for a command that a pause of the stack holds: a part of the server started it, or it is older than a
    /// restore, and no status of its instance waits for it.
    /// </summary>
    public static bool IsHeld(Command command, StackPause? pause, string? awaited, DateTimeOffset now) =>
        pause?.IsActive(now) == true && IsOfPause(command, pause) && command.AcknowledgedAt is null
            && command.CommandId != awaited && command.Type != LifeCommands.Shutdown;

    /// <summary>How a command ends that somebody cancelled before it began.</summary>
    public static string CancelledEnding(Command command) => $"{command.CancelledBy} cancelled it before it began";

    private static bool IsOfPause(Command command, StackPause pause) =>
        IsAutomatic(command) || (pause.HoldsEarlier == true && command.CreatedAt <= pause.Since);

    private static bool IsAutomatic(Command command) =>
        command.StartedBy?.StartsWith(SystemCaller.Mark, StringComparison.Ordinal) == true;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
