using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git.Wires;

/// <summary>Registers the transports of <see cref="GitWire"/>, once in a process.</summary>
internal static class WireTransports
{
    private static readonly Lazy<object[]> Registrations = new(() =>
    [
        GlobalSettings.RegisterSmartSubtransport<WireRequests>(GitWire.RequestScheme),
        GlobalSettings.RegisterSmartSubtransport<WireStreams>(GitWire.StreamScheme),
    ]);

    public static void Register() => _ = Registrations.Value;
}
