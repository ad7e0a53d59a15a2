using System.Runtime.InteropServices;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary>
/// Keeps this process alive when its terminal is closed (SIGHUP) or at SIGQUIT, so that it removes a decrypted text.
/// The editor gets the signal of a closed terminal too, and ends.
/// </summary>
internal sealed class HeldSignals : IDisposable
{
    private readonly PosixSignalRegistration[] registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Hold),
        PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Hold),
    ];

    public void Dispose() => Array.ForEach(registrations, registration => registration.Dispose());

    private static void Hold(PosixSignalContext context) => context.Cancel = true;
}
