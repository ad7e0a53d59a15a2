using CSharpChef.Converge.Runs;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Text;
using CommandResult = CSharpChef.Stacks.Fleet.CommandResult;

namespace CSharpChef.Stacks.Runs.Resuming;

/// <summary>
/// What becomes of a command whose server ended while it ran, once its newest part was followed to its end. Pure.
/// </summary>
internal static class Resumption
{
    // Their recipes may do what must not be done twice.
    private static readonly string[] RunOnce =
    [
        EnumNames.Of(CommandName.Deploy),
        EnumNames.Of(CommandName.Undeploy),
        EnumNames.Of(CommandName.ExecuteRecipes),
        LifeCommands.Shutdown,
        LifeCommands.ShutdownLayers,
    ];

    /// <returns>The result of the command; null when it begins again from its first part.</returns>
    public static CommandResult? Of(string type, CommandPart part, FollowEnd end, JournalReader journal) => end switch
    {
        FollowEnd.Ended when journal.IsCancelled => Failed(1, "it was cancelled"),
        FollowEnd.Ended when journal.ExitCode is not 0 => Failed(journal.ExitCode ?? 1, journal.Summary),
        FollowEnd.Ended when part.IsLast => new(CommandStatus.Successful, journal.Summary)
        {
            ExitCode = 0,
            Published = part.Published ?? new Dictionary<string, string>(),
        },
        FollowEnd.Unknown when part.Number == 1 => null,
        FollowEnd.StillRunning => Failed(1, $"it was cancelled, and its run {part.Run} may still go on"),
        _ => RunOnce.Contains(type) ? Failed(1, Stopped(part, end, journal)) : null,
    };

    private static CommandResult Failed(int exitCode, string ending) =>
        new(CommandStatus.Failed, ending) { ExitCode = exitCode };

    private static string Stopped(CommandPart part, FollowEnd end, JournalReader journal) =>
        $"the server ended while it ran, and it is not begun a second time: {Last(part, end, journal)}";

    private static string Last(CommandPart part, FollowEnd end, JournalReader journal) => end switch
    {
        FollowEnd.Ended => $"its part {part.Number} has ended ({journal.Summary}), and what follows did not run",
        FollowEnd.Unknown => $"its part {part.Number} never began on the machine",
        _ => $"its part {part.Number} was interrupted{(journal.Current is { } action ? $" at {action}" : "")}",
    };
}
