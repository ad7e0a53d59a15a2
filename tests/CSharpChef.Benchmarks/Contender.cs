using System.Diagnostics;

namespace CSharpChef.Benchmarks;

/// <summary>A command whose time is taken, from start to end of its process.</summary>
internal sealed record Contender(string Name, IReadOnlyList<string> Command)
{
    /// <summary>A command of the shell, for pipes and input from files.</summary>
    public static Contender OfShell(string name, string script) => new(name, ["/bin/sh", "-c", script]);

    public TimeSpan Measure()
    {
        var start = new ProcessStartInfo(Command[0], Command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = watch.Elapsed;
        return process.ExitCode == 0 ? elapsed : throw new BenchmarkException(
            $"{Name} ended with {process.ExitCode}: {string.Join(' ', Command)}\n{errors.GetAwaiter().GetResult()}{output}");
    }
}
