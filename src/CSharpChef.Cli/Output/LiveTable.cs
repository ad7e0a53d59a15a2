using CSharpChef.Converge.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CSharpChef.Cli.Output;

/// <summary>A table of running hosts that is redrawn in place; other lines scroll by above it.</summary>
internal sealed class LiveTable(IAnsiConsole console, FleetProgress progress, LineQueue above, TimeProvider clock)
{
    private const int Around = 3;
    public static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);

    public async Task<ConvergeReport> ShowAsync(Func<Task<ConvergeReport>> run)
    {
        var running = run();
        await console.Live(Draw()).AutoClear(true).StartAsync(context => RedrawAsync(context, running));
        WriteLinesAbove();
        return await running;
    }

    public IRenderable Draw()
    {
        var view = progress.View(Math.Max(1, console.Profile.Height - Around));
        var table = new Grid().AddColumns(Column(), Column().RightAligned(), Column(), Column().RightAligned());
        foreach (var row in view.Rows)
        {
            table.AddRow(
                Cell(row.Host, Spectre.Console.Color.Default),
                Cell(row.Step, Spectre.Console.Color.Grey),
                Cell(row.Doing, Spectre.Console.Color.Yellow),
                Cell(row.Seconds, Spectre.Console.Color.Grey));
        }

        return new Rows(
            table, Cell(
                view.Compiling is null ? view.Counts : view.Line,
                view.Failed > 0 ? Spectre.Console.Color.Red : Spectre.Console.Color.Default));
    }

    private async Task RedrawAsync(LiveDisplayContext context, Task running)
    {
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(Redraw, clock));
            WriteLinesAbove();
            context.UpdateTarget(Draw());
        }
    }

    private void WriteLinesAbove()
    {
        foreach (var line in above.Take())
        {
            console.WriteAnsi(writer => writer.Write(line + "\n"));
        }
    }

    private static GridColumn Column() => new GridColumn().NoWrap();

    private static Text Cell(string text, Spectre.Console.Color color) =>
        new(text, new Style(color)) { Overflow = Overflow.Ellipsis };
}
