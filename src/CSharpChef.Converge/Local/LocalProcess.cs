using System.Diagnostics;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Local;

/// <summary>A command on this machine. Disposing kills it with all its children, unless it is kept.</summary>
internal sealed class LocalProcess(Process process) : ChildProcess(process, ExitCode)
{
    private const int FirstSignal = 129;
    private const int LastSignal = 159;

    private volatile bool keepsRunning;

    public override void KeepRunning() => keepsRunning = true;

    public override async ValueTask DisposeAsync()
    {
        if (!keepsRunning)
        {
            await KillAsync(withChildren: true);
        }

        await base.DisposeAsync();
    }

    // .NET reports a signal as 128 plus its number, and so does a shell for its child: both were a signal.
    private static int? ExitCode(int code) => code is >= FirstSignal and <= LastSignal ? null : code;
}
