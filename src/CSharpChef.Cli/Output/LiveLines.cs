namespace CSharpChef.Cli;

/// <summary>A line for each thing that happens, as it happens.</summary>
internal sealed class LiveLines(TextWriter output, bool verbose)
{
    private readonly Lock turn = new();

    public RunWatch Watch => new() { Changing = Changing, Ended = Ended };

    private void Changing(Target target, PlannedAction action, string change) =>
        Write($"{Paint.Grey(target.Name)}  {Name(action)}  {Paint.Yellow(change)}");

    private void Ended(Target target, PlannedAction action, ActionResult result)
    {
        foreach (var log in action.Steps.OfType<LogStep>().Where(log => verbose || log.Level != LogLevel.Debug))
        {
            Write($"{Paint.Grey(target.Name)}  {(log.Level == LogLevel.Warning ? Paint.Yellow("warning: " + log.Message) : log.Message)}");
        }

        if (result.Status == ResultStatus.Failed)
        {
            Write($"{Paint.Grey(target.Name)}  {Name(action)}  {Paint.Red($"failed: {result.Reason}")}");
        }
        else if (verbose && result.Status is ResultStatus.Unchanged or ResultStatus.Skipped && action.Steps is not [LogStep])
        {
            var how = result.Status == ResultStatus.Skipped ? $"skipped: {result.Reason}" : "unchanged";
            Write($"{Paint.Grey(target.Name)}  {Name(action)}  {Paint.Grey(how)}");
        }
    }

    private static string Name(PlannedAction action) => action.Sensitive ? action.Resource.Type : OneLine.Of(action.Resource.ToString());

    private void Write(string line)
    {
        lock (turn)
        {
            output.WriteLine(line);
        }
    }
}
