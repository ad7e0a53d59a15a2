using System.Diagnostics;
using System.Globalization;

namespace CSharpChef.Benchmarks.Server;

/// <summary>A server process that listens on a free port.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int TicksPerSecond = 100;

    private readonly Process process;

    private ServerProcess(Process process, string url, TimeSpan ready)
    {
        this.process = process;
        Url = url;
        Ready = ready;
    }

    public string Url { get; }

    /// <summary>The time from the start of the process until it reports that it is ready.</summary>
    public TimeSpan Ready { get; }

    public double MemoryMegabytes => Status("VmRSS") / 1024.0;

    /// <summary>The processor time used since its start.</summary>
    public TimeSpan Processor
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ');
            return TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / (double)TicksPerSecond);
        }
    }

    public static ServerProcess Start(string binary, string data) =>
        Start(binary, data, ["--urls", "http://127.0.0.1:0"]);

    /// <param name="binary">The program.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="listening">Options that say where the server listens, and how.</param>
    public static ServerProcess Start(string binary, string data, IEnumerable<string> listening)
    {
        var start = new ProcessStartInfo(binary) { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] arguments =
        [
            "serve",
            "--data",
            data,
            "--limit",
            "2000",
            "--rate",
            "100000",
            "--burst",
            "100000",
            .. listening
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var stopwatch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith("ready: ", StringComparison.Ordinal))
            {
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return new(process, line["ready: ".Length..], stopwatch.Elapsed);
            }
        }

        throw new BenchmarkException($"csharpchef serve ended before it was ready: run it with --data {data} to see its error");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private long Status(string key) => Number(File.ReadLines($"/proc/{process.Id}/status")
        .First(line => line.StartsWith(key + ":", StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]);
}
