using System.ComponentModel;
using System.Diagnostics;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>
/// A command on the host of an ssh process. Disposing ends the ssh process, so that the command loses its input and
/// output; sshd does not signal it.
/// </summary>
internal sealed class OpenSshProcess : IRemoteProcess
{
    // The exit code of ssh itself, when the connection was lost or a signal ended the command.
    private const int Lost = 255;

    private readonly Process process;

    public OpenSshProcess(Process process)
    {
        this.process = process;
        Exit = ExitAsync();
    }

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    public Stream Error => process.StandardError.BaseStream;

    public Task<int?> Exit { get; }

    public void KeepRunning()
    {
        // The command on the host is never signalled.
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // The process has ended already.
        }

        await ((Task)Exit).WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Dispose();
    }

    private async Task<int?> ExitAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode == Lost ? null : process.ExitCode;
    }
}
