using System.Collections.Concurrent;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Cli.Output;

/// <summary>Makes a line of each event of a run.</summary>
internal static class RunLines
{
    /// <param name="write">Called with each line; several threads call it at once.</param>
    public static RunEvents To(Action<Target, RunLine> write)
    {
        var failures = new ConcurrentDictionary<string, LastFailure>();
        return new()
        {
            Changed = (target, action, change) =>
                write(target, new RunLine(RunLineKind.Change, change) { Resource = action.ShownName }),
            ActionEnded = (target, action, result) =>
            {
                if (Of(action, result) is { } line && !IsRepeated(failures, target, action, result))
                {
                    write(target, line with { Resource = action.ShownName });
                }
            },
            Note = (target, note) => write(target, new RunLine(RunLineKind.Note, note)),
            Log = (target, level, message) => write(target, new RunLine(KindOf(level), message)),
        };
    }

    public static bool IsVerbose(RunLine line) => line.Kind is RunLineKind.Quiet or RunLineKind.Debug;

    // Two actions of a resource, such as enable and start, often fail for one reason.
    private static bool IsRepeated(
        ConcurrentDictionary<string, LastFailure> failures, Target target, PlannedAction action, ActionResult result)
    {
        if (result.Status != ResultStatus.Failed)
        {
            return false;
        }

        var isRepeated = failures.TryGetValue(target.Name, out var last) && last.Resource == action.Resource
            && last.Action != action.Action && last.Reason == result.Reason;
        failures[target.Name] = new(action.Resource, action.Action, result.Reason);
        return isRepeated;
    }

    // A class: the framework's generic code for structs would be compiled in every process.
    private sealed record LastFailure(Resource Resource, string Action, string? Reason);

    private static RunLine? Of(PlannedAction action, ActionResult result) => (result.Status, result.Reason) switch
    {
        (ResultStatus.Failed, var reason) => new RunLine(RunLineKind.Failure, reason ?? ""),
        (ResultStatus.Unchanged or ResultStatus.Changed, { } note) => new RunLine(RunLineKind.Note, note),
        (ResultStatus.Unchanged, _) when action.Steps is not [LogStep] => new RunLine(RunLineKind.Quiet, "unchanged"),
        (ResultStatus.Skipped, var guard) when action.Steps is not [LogStep] =>
            new RunLine(RunLineKind.Quiet, $"skipped: {guard}"),
        _ => null,
    };

    private static RunLineKind KindOf(LogLevel level) => level switch
    {
        LogLevel.Warning => RunLineKind.Warning,
        LogLevel.Debug => RunLineKind.Debug,
        _ => RunLineKind.Log,
    };
}
