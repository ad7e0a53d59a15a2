using System.Runtime.InteropServices;

namespace CSharpChef.Cli.Hosting;

/// <summary>
/// Ctrl-C and SIGTERM: the first asks runs to end after their current step, where there are any; the next one ends us.
/// </summary>
internal static class Interrupts
{
    private static readonly CancellationTokenSource Soft = new();
    private static readonly CancellationTokenSource Hard = new();
    private static bool patient;

    public static CancellationToken Token => Hard.Token;

    /// <summary>From now on the first interrupt only asks.</summary>
    public static CancellationToken Patiently()
    {
        patient = true;
        return Soft.Token;
    }

    public static IDisposable Watch()
    {
        var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
        return new Registrations(interrupt, terminate);
    }

    private static void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (patient && !Soft.IsCancellationRequested)
        {
            Console.Error.WriteLine("ends after the current step; once more, and we leave the runs to themselves");
            Soft.Cancel();
        }
        else
        {
            Hard.Cancel();
        }
    }

    private sealed record Registrations(params IDisposable[] All) : IDisposable
    {
        public void Dispose() => Array.ForEach(All, one => one.Dispose());
    }
}
