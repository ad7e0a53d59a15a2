using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>A worker in its sandbox.</summary>
internal sealed class SandboxedProcess : IAsyncDisposable
{
    private const int LongestReason = 400;
    private const int ChunkSize = 4096;

    // The pipe ends a moment before the process does.
    private static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly Task<string> errors;

    private SandboxedProcess(Process process, PipeLimits limits)
    {
        this.process = process;
        errors = FirstWordsAsync(process.StandardError);
        Channel = new WorkerChannel(
            process.StandardInput.BaseStream, process.StandardOutput.BaseStream, limits);
    }

    public WorkerChannel Channel { get; }

    public bool HasEnded => process.HasExited;

    /// <summary>Starts a worker, and waits until it is ready.</summary>
    /// <exception cref="ConvergeException">It cannot start; the message has the cause.</exception>
    public static async Task<SandboxedProcess> StartAsync(
        SandboxCommand command, PipeLimits limits, CancellationToken ct)
    {
        SandboxedProcess worker;
        try
        {
            worker = new SandboxedProcess(await WorkerStarter.StartAsync(command.Words), limits);
        }
        catch (Win32Exception e)
        {
            throw new ConvergeException($"the process that evaluates recipes cannot start: {e.Message}", e);
        }

        try
        {
            return await worker.Channel.ReceiveAsync(ct) is WorkerMessage.Ready
                ? worker
                : throw StartFailure.Of(await worker.EndAsync());
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until a worker whose pipe has ended has ended too.</summary>
    /// <returns>How it has ended, to follow "the process that evaluates recipes".</returns>
    public async Task<string> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(EndGrace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await KillAsync();
        var words = errors.IsCompletedSuccessfully ? await errors : "";
        return $"ended early (exit code {process.ExitCode})" + (words.Length > 0 ? $": {words}" : "");
    }

    /// <summary>Ends the worker with all its processes.</summary>
    public async Task KillAsync()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }

        await process.WaitForExitAsync();

        // One that is killed while it starts may leave a process, which keeps this stream until its input ends.
        await ((Task)errors).WaitAsync(EndGrace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await process.StandardInput.BaseStream.DisposeAsync();
        process.Dispose();
    }

    // All is read, so that no writer waits, and little is kept.
    private static async Task<string> FirstWordsAsync(StreamReader errors)
    {
        var first = new StringBuilder();
        var chunk = new char[ChunkSize];
        while (await errors.ReadAsync(chunk) is > 0 and var read)
        {
            first.Append(chunk, 0, Math.Min(read, LongestReason - first.Length));
        }

        return PrintableText.Of(first.ToString().Trim().Replace('\n', ' '));
    }
}
