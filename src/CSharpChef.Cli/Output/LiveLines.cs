using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Output;

/// <summary>Prints a line for each event, as it happens.</summary>
internal sealed class LiveLines(TextWriter output, bool verbose)
{
    private readonly Lock writeLock = new();

    public RunEvents Events => new()
    {
        Changing = WriteChange,
        ActionEnded = WriteResult,
        Note = WriteNote,
        Log = WriteLog,
    };

    private void WriteChange(Target target, PlannedAction action, string change) =>
        Write($"{Color.Grey(target.Name)}  {Name(action)}  {Color.Yellow(change)}");

    private void WriteLog(Target target, LogLevel level, string message)
    {
        if (verbose || level != LogLevel.Debug)
        {
            Write(
                $"{Color.Grey(target.Name)}  {(level == LogLevel.Warning ? Color.Yellow($"warning: {message}") : message)}");
        }
    }

    private void WriteNote(Target target, string note) => Write($"{Color.Grey(target.Name)}  {Color.Yellow(note)}");

    private void WriteResult(Target target, PlannedAction action, ActionResult result)
    {
        if (result.Status == ResultStatus.Failed)
        {
            Write($"{Color.Grey(target.Name)}  {Name(action)}  {Color.Red($"failed: {result.Reason}")}");
        }
        else if (result is { Status: ResultStatus.Unchanged or ResultStatus.Changed, Reason: { } note })
        {
            Write($"{Color.Grey(target.Name)}  {Name(action)}  {Color.Yellow(note)}");
        }
        else if (verbose
            && result.Status is ResultStatus.Unchanged or ResultStatus.Skipped
            && action.Steps is not [LogStep])
        {
            var outcome = result.Status == ResultStatus.Skipped ? $"skipped: {result.Reason}" : "unchanged";
            Write($"{Color.Grey(target.Name)}  {Name(action)}  {Color.Grey(outcome)}");
        }
    }

    private static string Name(PlannedAction action) =>
        action.Sensitive ? action.Resource.Type : ShortLine.Of(action.Resource.ToString());

    private void Write(string line)
    {
        lock (writeLock)
        {
            output.WriteLine(line);
        }
    }
}
