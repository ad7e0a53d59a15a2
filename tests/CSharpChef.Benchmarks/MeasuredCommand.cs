using System.Diagnostics;
using System.Globalization;

namespace CSharpChef.Benchmarks;

/// <summary>A command that is measured from the start to the end of its process.</summary>
internal sealed record MeasuredCommand(string Name, IReadOnlyList<string> Command)
{
    private static readonly TimeSpan SamplePeriod = TimeSpan.FromMilliseconds(50);

    /// <summary>A command that runs before each measured run.</summary>
    public MeasuredCommand? Reset { get; init; }

    /// <summary>Environment variables of the process, in addition to those of this one.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the duration of the run from its output. Default: the time from start to end.</summary>
    public Func<string, TimeSpan>? Duration { get; init; }

    /// <summary>Whether the output is that of a run that did its work. Default: any output is.</summary>
    public Predicate<string> Succeeds { get; init; } = _ => true;

    /// <summary>Creates a shell command, for pipes and input from files.</summary>
    public static MeasuredCommand OfShell(string name, string script) => new(name, ["/bin/sh", "-c", script]);

    public Measurement Measure()
    {
        Reset?.Measure();
        var before = ProcessorTime.OfChildren();
        var stopwatch = Stopwatch.StartNew();
        using var process = Process.Start(StartInfo())!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var peakMemory = PeakUntilExit(process);
        var wallTime = stopwatch.Elapsed;
        var text = output.GetAwaiter().GetResult();
        return process.ExitCode == 0 && Succeeds(text)
            ? new Measurement(Duration?.Invoke(text) ?? wallTime, ProcessorTime.OfChildren() - before, peakMemory)
            : throw new BenchmarkException(
            $"{Name} ended with {process.ExitCode}: {string.Join(' ', Command)}\n{errors.GetAwaiter().GetResult()}{text}");
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Command[0], Command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>
    /// Returns the peak memory. The kernel reports it only while the process runs, so it is read repeatedly.
    /// </summary>
    private static long PeakUntilExit(Process process)
    {
        var peakMemory = 0L;
        do
        {
            peakMemory = Math.Max(peakMemory, Peak(process.Id));
        }
        while (!process.WaitForExit(SamplePeriod));
        return peakMemory;
    }

    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
