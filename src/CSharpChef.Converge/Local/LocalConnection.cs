using System.ComponentModel;
using System.Diagnostics;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Local;

/// <summary>
/// Runs commands on this machine. They ignore Ctrl-C, which a terminal sends to all processes of its foreground: this
/// process asks them to end.
/// </summary>
internal sealed class LocalConnection : IConnection
{
    private int roundTrips;

    public int RoundTrips => roundTrips;

    public Task<IRemoteProcess> ExecAsync(string command, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"trap '' INT; {command}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var process = Process.Start(start)!;
            Interlocked.Increment(ref roundTrips);
            return Task.FromResult<IRemoteProcess>(new LocalProcess(process));
        }
        catch (Win32Exception e)
        {
            throw new ConnectionException(ConnectionFailure.Unreachable,
                $"Cannot start /bin/sh on this machine: {e.Message}. Check that it is there.", e);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
