using System.ComponentModel;
using System.Diagnostics;

namespace CSharpChef.Converge.Shell;

/// <summary>A command whose input and output are those of a process that we have started on this machine.</summary>
internal abstract class ChildProcess : IRemoteProcess
{
    private readonly Process process;

    /// <param name="process">The process, with its three streams redirected.</param>
    /// <param name="exitCode">The exit code of the command, from that of the process; null when it has none.</param>
    protected ChildProcess(Process process, Func<int, int?> exitCode)
    {
        this.process = process;
        Exit = ExitAsync(exitCode);
    }

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    public Stream Error => process.StandardError.BaseStream;

    public Task<int?> Exit { get; }

    public abstract void KeepRunning();

    public virtual ValueTask DisposeAsync()
    {
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Kills the process, and waits up to two seconds for its end.</summary>
    protected async Task KillAsync(bool withChildren)
    {
        try
        {
            process.Kill(withChildren);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // The process has ended already.
        }

        await ((Task)Exit).WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<int?> ExitAsync(Func<int, int?> exitCode)
    {
        await process.WaitForExitAsync();
        return exitCode(process.ExitCode);
    }
}
