using System.ComponentModel;
using System.Diagnostics;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Local;

/// <summary>A command on this machine. Disposing kills it with all its children, unless it is kept.</summary>
internal sealed class LocalProcess : IRemoteProcess
{
    private const int FirstSignal = 129;
    private const int LastSignal = 159;

    private readonly Process process;
    private volatile bool keepsRunning;

    public LocalProcess(Process process)
    {
        this.process = process;
        Exit = ExitAsync();
    }

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    public Stream Error => process.StandardError.BaseStream;

    public Task<int?> Exit { get; }

    public void KeepRunning() => keepsRunning = true;

    public async ValueTask DisposeAsync()
    {
        if (!keepsRunning)
        {
            Kill();
            await ((Task)Exit).WaitAsync(TimeSpan.FromSeconds(2))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        process.Dispose();
    }

    private async Task<int?> ExitAsync()
    {
        await process.WaitForExitAsync();

        // .NET reports a signal as 128 plus its number, and so does a shell for its child: both were a signal.
        return process.ExitCode is >= FirstSignal and <= LastSignal ? null : process.ExitCode;
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // The process has ended already.
        }
    }
}
