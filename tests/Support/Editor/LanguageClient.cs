using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace CSharpChef.TestSupport.Editor;

/// <summary>
/// An editor that speaks JSON-RPC to <c>csharpchef lsp</c>, a child process, through its standard input and output.
/// </summary>
internal sealed class LanguageClient : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task reading;
    private readonly Lock access = new();
    private readonly Dictionary<int, TaskCompletionSource<JsonElement>> requests = [];
    private readonly Channel<JsonElement> notifications = Channel.CreateUnbounded<JsonElement>();
    private int last;

    private LanguageClient(Process process)
    {
        this.process = process;
        Errors = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    /// <summary>All that the server writes to its error output; it ends with the process.</summary>
    public Task<string> Errors { get; }

    /// <summary>The most memory that the server has used.</summary>
    public double PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Starts a server and initializes it.</summary>
    /// <param name="folder">The current folder of the server.</param>
    /// <param name="command">The command; without one, the tool of this build.</param>
    public static async Task<LanguageClient> StartAsync(string folder, params string[] command)
    {
        var client = Start(folder, command);
        await client.RequestAsync("initialize", new { processId = (int?)null, rootUri = (string?)null, capabilities = new { } });
        await client.NotifyAsync("initialized", new { });
        return client;
    }

    /// <summary>Starts a server that is not initialized.</summary>
    public static LanguageClient Start(string folder, params string[] command)
    {
        var tool = command is [] ? new[] { "dotnet", Path.Combine(AppContext.BaseDirectory, "csharpchef.dll") } : command;
        var start = new ProcessStartInfo(tool[0], [.. tool[1..], "lsp", "--stdio"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new LanguageClient(Process.Start(start)!);
    }

    /// <summary>The answer, which has a result or an error.</summary>
    public async Task<JsonElement> CallAsync(string method, object? parameters) =>
        await (await SendAsync(method, parameters)).Answer;

    /// <summary>The result of a request.</summary>
    public async Task<JsonElement> RequestAsync(string method, object? parameters)
    {
        var answer = await CallAsync(method, parameters);
        return answer.TryGetProperty("result", out var result)
            ? result
            : throw new InvalidOperationException($"{method}: {answer}");
    }

    /// <summary>Sends a request and returns its number, without waiting for the answer.</summary>
    public async Task<(int Id, Task<JsonElement> Answer)> SendAsync(string method, object? parameters)
    {
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (access)
        {
            id = ++last;
            requests[id] = answer;
        }

        await WriteAsync(parameters is null
            ? new { jsonrpc = "2.0", id, method }
            : new { jsonrpc = "2.0", id, method, @params = parameters });
        return (id, answer.Task);
    }

    public Task NotifyAsync(string method, object parameters) =>
        WriteAsync(new { jsonrpc = "2.0", method, @params = parameters });

    public async Task WriteAsync(object message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        await WriteAsync([.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body]);
    }

    public async Task WriteAsync(byte[] bytes)
    {
        await process.StandardInput.BaseStream.WriteAsync(bytes);
        await process.StandardInput.BaseStream.FlushAsync();
    }

    /// <summary>The next notification that fits.</summary>
    public async Task<JsonElement> NextAsync(string method, Func<JsonElement, bool> fits, CancellationToken ct)
    {
        await foreach (var message in notifications.Reader.ReadAllAsync(ct))
        {
            if (message.GetProperty("method").GetString() == method && fits(message.GetProperty("params")))
            {
                return message.GetProperty("params");
            }
        }

        throw new EndOfStreamException("the server ended");
    }

    public void CloseInput() => process.StandardInput.Close();

    /// <summary>The exit code of the server, once it has ended.</summary>
    public async Task<int> ExitAsync(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        var output = process.StandardOutput.BaseStream;
        while (await ReadHeaderAsync(output) is { } length)
        {
            var body = new byte[length];
            await output.ReadExactlyAsync(body);
            Take(JsonDocument.Parse(body).RootElement);
        }

        notifications.Writer.Complete();
        lock (access)
        {
            requests.Values.ToList().ForEach(each => each.TrySetException(new EndOfStreamException("the server ended")));
        }
    }

    // Anything else than a header is an exception: only the protocol may be there.
    private static async Task<int?> ReadHeaderAsync(Stream output)
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await output.ReadAsync(one) == 0)
            {
                return header.Length == 0 ? null : throw new InvalidDataException($"not the protocol: {header}");
            }

            header.Append((char)one[0]);
        }

        var length = header.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        return int.Parse(length["Content-Length: ".Length..], CultureInfo.InvariantCulture);
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("method", out _))
        {
            notifications.Writer.TryWrite(message);
            return;
        }

        lock (access)
        {
            requests.Remove(message.GetProperty("id").GetInt32(), out var request);
            request?.TrySetResult(message);
        }
    }
}
