using System.Collections.Concurrent;
using System.Diagnostics;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>A process of <c>csharpchef serve</c>.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private const string OrdinaryUser = "65534";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = [];
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServeProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) =>
        {
            // Its last lines are read after it has ended.
            process.WaitForExit();
            ready.TrySetException(new IOException($"the server ended: {Output}"));
        };
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Url { get; private set; } = "";

    public bool HasEnded => process.HasExited;

    /// <summary>Whether the test has killed the server, or is about to.</summary>
    public bool IsKilled { get; private set; }

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The output that the server has written so far.</summary>
    public string Output => string.Join('\n', lines);

    public static Task<ServeProcess> StartAsync(params string[] options) => StartAsync([], [], options);

    /// <summary>Starts a server of a user without any rights, whose home is a folder.</summary>
    public static Task<ServeProcess> StartAsOrdinaryUserAsync(string home, params string[] options) => StartAsync(
        ["setpriv", "--reuid", OrdinaryUser, "--regid", OrdinaryUser, "--clear-groups"],
        new() { ["HOME"] = home, ["TMPDIR"] = home },
        options);

    /// <summary>Gives a folder to the user without any rights.</summary>
    public static async Task GiveAsync(string folder, CancellationToken ct) =>
        (await LocalCommand.RunAsync(["chown", "-R", $"{OrdinaryUser}:{OrdinaryUser}", folder], "", ct))
            .ExpectSuccess("chown");

    private static async Task<ServeProcess> StartAsync(
        string[] prefix, Dictionary<string, string> variables, string[] options)
    {
        string[] program = Environment.GetEnvironmentVariable("CSHARPCHEF_BINARY") is { } binary
            ? [binary]
            : ["dotnet", Path.Combine(AppContext.BaseDirectory, "csharpchef.dll")];
        program = [.. prefix, .. program];
        var start = new ProcessStartInfo(
            program[0],
            [
                .. program[1..],
                "serve",
                "--urls",
                "http://127.0.0.1:0",
                "--rate",
                "100000",
                "--burst",
                "100000",
                "--limit",
                "100000",
                .. options
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var server = new ServeProcess(Process.Start(start)!);
        try
        {
            server.Url = await server.ready.Task.WaitAsync(Limit);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until /readyz answers so, at most some seconds.</summary>
    public async Task RequireReadinessAsync(int status, string text)
    {
        using var http = new HttpClient();
        var start = TimeProvider.System.GetTimestamp();
        var answer = await ReadyAsync(http);
        while (answer != (status, text) && TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(10))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            answer = await ReadyAsync(http);
        }

        Assert.Equal((status, text), answer);
    }

    /// <summary>Kills the server as a power loss would, except that the kernel keeps its data.</summary>
    public async Task KillAsync()
    {
        IsKilled = true;
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Stops the process for a while, as an overloaded machine does.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    public Task ContinueAsync() => SignalAsync("CONT");

    /// <summary>Waits until the server has written a line that contains the text.</summary>
    public async Task WaitForOutputAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    /// <summary>Stops the server with SIGTERM, as an operator would.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync("TERM");
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private async Task<(int Status, string Text)> ReadyAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri(new Uri(Url), "/readyz"));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task SignalAsync(string signal) =>
        (await LocalCommand.RunAsync(["kill", $"-{signal}", $"{process.Id}"], "", default)).ExpectSuccess("kill");

    private void Read(string? line)
    {
        const string Ready = "ready: ";
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (line.StartsWith(Ready, StringComparison.Ordinal))
        {
            ready.TrySetResult(line[Ready.Length..]);
        }
    }
}
