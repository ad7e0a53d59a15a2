namespace CSharpChef.Cli.Output;

/// <summary>
/// Tells on the error output how a run gets on: on a terminal in its last line, else by a line a minute. The standard
/// output has only what the run prints.
/// </summary>
internal sealed class RunProgressOutput
{
    public static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private const int UnknownWidth = 80;
    private readonly FleetProgress progress;
    private readonly TextWriter error;
    private readonly TimeProvider clock;
    private readonly StatusLine? status;
    private readonly SlowPhases phases = new();
    private readonly long started;
    private int minutes;

    /// <param name="progress">The progress to print.</param>
    /// <param name="error">The output for errors, where the progress is printed.</param>
    /// <param name="status">The last line of the terminal; null for an output that is not a terminal.</param>
    /// <param name="clock">Measures the time.</param>
    public RunProgressOutput(FleetProgress progress, TextWriter error, StatusLine? status, TimeProvider clock)
    {
        (this.progress, this.error, this.status, this.clock) = (progress, error, status, clock);
        started = clock.GetTimestamp();
    }

    public static StatusLine? StatusOfConsole() =>
        Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb"
            ? null
            : new StatusLine(Console.Error, () => Console.WindowWidth is > 0 and var width ? width : UnknownWidth);

    public async Task<T> DuringAsync<T>(Func<Task<T>> run)
    {
        var running = run();
        try
        {
            while (!running.IsCompleted)
            {
                await Task.WhenAny(running, Task.Delay(status is null ? Look : Redraw, clock));
                if (!running.IsCompleted)
                {
                    Tell();
                }
            }
        }
        finally
        {
            status?.Show("");
        }

        return await running;
    }

    private void Tell()
    {
        var view = progress.View(0);
        if (status is not null)
        {
            status.Show(view.Elapsed > SlowPhases.Limit ? view.Line : "");
            return;
        }

        foreach (var line in phases.Due(view))
        {
            error.WriteLine(line);
        }

        if (clock.GetElapsedTime(started) >= Minute * (minutes + 1))
        {
            minutes = (int)(clock.GetElapsedTime(started) / Minute);
            error.WriteLine($"after {ProgressRow.Time(Minute * minutes)}: {view.Line}");
        }
    }
}
