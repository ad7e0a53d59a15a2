using CSharpChef.Client.Texts;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Output;

/// <summary>A line for each thing that happens, as it happens.</summary>
internal sealed class LiveLines(TextWriter output, bool verbose)
{
    private readonly Lock turn = new();

    public RunEvents Watch => new() { Changing = Changing, ActionEnded = Ended, Note = Note, Log = Said };

    private void Changing(Target target, PlannedAction action, string change) =>
        Write($"{Paint.Grey(target.Name)}  {Name(action)}  {Paint.Yellow(change)}");

    private void Said(Target target, LogLevel level, string message)
    {
        if (verbose || level != LogLevel.Debug)
        {
            Write(
                $"{Paint.Grey(target.Name)}  {(level == LogLevel.Warning ? Paint.Yellow($"warning: {message}") : message)}");
        }
    }

    private void Note(Target target, string note) => Write($"{Paint.Grey(target.Name)}  {Paint.Yellow(note)}");

    private void Ended(Target target, PlannedAction action, ActionResult result)
    {
        if (result.Status == ResultStatus.Failed)
        {
            Write($"{Paint.Grey(target.Name)}  {Name(action)}  {Paint.Red($"failed: {result.Reason}")}");
        }
        else if (verbose
            && result.Status is ResultStatus.Unchanged or ResultStatus.Skipped
            && action.Steps is not [LogStep])
        {
            var how = result.Status == ResultStatus.Skipped ? $"skipped: {result.Reason}" : "unchanged";
            Write($"{Paint.Grey(target.Name)}  {Name(action)}  {Paint.Grey(how)}");
        }
    }

    private static string Name(PlannedAction action) =>
        action.Sensitive ? action.Resource.Type : OneLine.Of(action.Resource.ToString());

    private void Write(string line)
    {
        lock (turn)
        {
            output.WriteLine(line);
        }
    }
}
