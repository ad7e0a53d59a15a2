using System.Diagnostics;
using System.Globalization;

namespace CSharpChef.Benchmarks;

/// <summary>A command that is measured from start to end of its process.</summary>
internal sealed record Contender(string Name, IReadOnlyList<string> Command)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>What is done before each run, unmeasured.</summary>
    public Contender? Reset { get; init; }

    /// <summary>Environment variables of the process, besides those of this one.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>A command of the shell, for pipes and input from files.</summary>
    public static Contender OfShell(string name, string script) => new(name, ["/bin/sh", "-c", script]);

    public Measurement Measure()
    {
        Reset?.Measure();
        var before = ProcessorTime.OfChildren();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(Start())!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = Watch(process);
        var wall = watch.Elapsed;
        return process.ExitCode == 0
            ? new Measurement(wall, ProcessorTime.OfChildren() - before, peak)
            : throw new BenchmarkException(
            $"{Name} ended with {process.ExitCode}: {string.Join(' ', Command)}\n{errors.GetAwaiter().GetResult()}{output.GetAwaiter().GetResult()}");
    }

    private ProcessStartInfo Start()
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
    /// The kernel keeps the highest mark while the process lives: the last look before its end tells.
    /// </summary>
    private static long Watch(Process process)
    {
        var peak = 0L;
        do
        {
            peak = Math.Max(peak, Peak(process.Id));
        }
        while (!process.WaitForExit(Look));
        return peak;
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
