using System.CommandLine;
using System.Runtime.InteropServices;

namespace CSharpChef.Cli.Hosting;

/// <summary>
/// Ctrl-C and SIGTERM. For a verb that stops gently, the first one asks its runs to stop after their current step, the
/// second one ends the wait for them, so that the report is printed at once, and the third one cancels everything. For
/// other verbs the first one does.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private const int Interrupted = 130;
    private const int Terminated = 143;

    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource leave = new();
    private readonly CancellationTokenSource cancel = new();
    private readonly PosixSignalRegistration[] registrations;
    private bool stopsGently;

    public Interrupts() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    /// <summary>Cancelled when the process must end at once.</summary>
    public CancellationToken Cancelled => cancel.Token;

    /// <summary>The exit code after the first signal: 128 and its number. Null while there was none.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Cancelled by the second signal of a verb that stops gently.</summary>
    public CancellationToken Leave => leave.Token;

    public static Interrupts Of(ParseResult parsed) => ((HostConfiguration)parsed.InvocationConfiguration).Interrupts;

    /// <summary>Returns a token. From now on, the first interrupt cancels only this token.</summary>
    public CancellationToken StopGently()
    {
        stopsGently = true;
        return stop.Token;
    }

    // The sources stay: an abandoned run may still use their tokens.
    public void Dispose() => Array.ForEach(registrations, registration => registration.Dispose());

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        ExitCode ??= context.Signal == PosixSignal.SIGTERM ? Terminated : Interrupted;
        if (!stopsGently || leave.IsCancellationRequested)
        {
            cancel.Cancel();
        }
        else if (stop.IsCancellationRequested)
        {
            leave.Cancel();
        }
        else
        {
            Console.Error.WriteLine(
                "Stopping after the current step. Press Ctrl-C again to leave at once; a step in progress goes on.");
            stop.Cancel();
        }
    }
}
