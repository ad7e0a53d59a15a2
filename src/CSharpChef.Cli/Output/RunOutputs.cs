using System.Runtime.CompilerServices;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>The formats in which a run is printed.</summary>
internal static class RunOutputs
{
    public static RunOutput Json() => new(new RunEvents(), report => Console.Out.WriteLine(JsonReport.Of(report)));

    public static RunOutput JsonLines()
    {
        var events = new JsonLines(Console.Out);
        return new RunOutput(events.Events, events.End);
    }

    public static RunOutput Lines(bool verbose, ConvergeMode mode) =>
        new(new LiveLines(Console.Out, verbose).Events, new TextReport(Console.Out, verbose, mode).Write);

    // Not inlined: the drawing library loads when this method is first called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static RunOutput Table(int hosts, bool verbose, ConvergeMode mode)
    {
        var progress = new FleetProgress(hosts, TimeProvider.System);
        var linesAboveTable = new LineQueue();
        var lines = new LiveLines(linesAboveTable, verbose).Events;
        var table = new LiveTable(Spectre.Console.AnsiConsole.Console, progress, linesAboveTable, TimeProvider.System);
        return new RunOutput(
            progress.Events.CombineWith(verbose ? lines : lines with { Changing = (_, _, _) => { } }),
            new TextReport(Console.Out, verbose, mode).Write)
        {
            During = table.ShowAsync,
        };
    }
}
