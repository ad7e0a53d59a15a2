using System.CommandLine;
using System.Runtime.InteropServices;

namespace CSharpChef.Cli.Hosting;

/// <summary>
/// Ctrl-C and SIGTERM. For a verb that stops gently, the first one asks its runs to stop after their current step; the
/// next one, and any for other verbs, cancels at once.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource stop = new();
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

    public static Interrupts Of(ParseResult parsed) => ((HostConfiguration)parsed.InvocationConfiguration).Interrupts;

    /// <summary>From now on the first interrupt cancels the returned token and nothing else.</summary>
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
        if (stopsGently && !stop.IsCancellationRequested)
        {
            Console.Error.WriteLine(
                "Stopping after the current step. Press Ctrl-C again to detach; runs continue on the machines.");
            stop.Cancel();
        }
        else
        {
            cancel.Cancel();
        }
    }
}
