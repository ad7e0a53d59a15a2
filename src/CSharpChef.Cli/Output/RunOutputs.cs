using System.Runtime.CompilerServices;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>The formats in which a run is printed. All tell its progress on the error output.</summary>
internal static class RunOutputs
{
    public static RunOutput Json(int hosts) => WithProgress(
        hosts, _ => new(new RunEvents(), report => Console.Out.WriteLine(JsonReport.Of(report))));

    public static RunOutput JsonLines(int hosts) => WithProgress(hosts, output =>
    {
        var events = new JsonLines(output);
        return new RunOutput(events.Events, events.End);
    });

    public static RunOutput Lines(int hosts, bool verbose, ConvergeMode mode) => WithProgress(hosts, output =>
        new(new LiveLines(output, verbose).Events, new TextReport(Console.Out, verbose, mode).Write));

    // Not inlined: the drawing library loads when this method is first called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static RunOutput Table(int hosts, bool verbose, ConvergeMode mode)
    {
        var progress = new FleetProgress(hosts, TimeProvider.System);
        var linesAboveTable = new LineQueue();
        var lines = new LiveLines(linesAboveTable, verbose).Events;
        var table = new LiveTable(Spectre.Console.AnsiConsole.Console, progress, linesAboveTable, TimeProvider.System);
        return new RunOutput(
            progress.Events.CombineWith(verbose ? lines : lines with { Changed = (_, _, _) => { } }),
            new TextReport(Console.Out, verbose, mode).Write)
        {
            During = table.ShowAsync,
        };
    }

    private static RunOutput WithProgress(int hosts, Func<TextWriter, RunOutput> of)
    {
        var progress = new FleetProgress(hosts, TimeProvider.System);
        var status = RunProgressOutput.StatusOfConsole();
        var output = of(status is null ? Console.Out : new LinesAboveStatus(Console.Out, status));
        return output with
        {
            Events = progress.Events.CombineWith(output.Events),
            During = new RunProgressOutput(progress, Console.Error, status, TimeProvider.System).DuringAsync,
        };
    }
}
