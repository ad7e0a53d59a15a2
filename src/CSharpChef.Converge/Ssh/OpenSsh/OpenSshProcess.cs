using System.Diagnostics;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>
/// A command on the host of an ssh process. Disposing ends the ssh process, so that the command loses its input and
/// output; sshd does not signal it.
/// </summary>
internal sealed class OpenSshProcess(Process process) : ChildProcess(process, code => code == Lost ? null : code)
{
    // The exit code of ssh itself, when the connection was lost or a signal ended the command.
    private const int Lost = 255;

    public override void KeepRunning()
    {
        // The command on the host is never signalled.
    }

    public override async ValueTask DisposeAsync()
    {
        await KillAsync(withChildren: false);
        await base.DisposeAsync();
    }
}
