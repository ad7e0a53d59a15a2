using System.Net;
using System.Net.Sockets;

namespace CSharpChef.Stacks.Providers.Local.Network;

/// <summary>The name servers that this host asks, for machines that reach what it reaches.</summary>
internal static class Resolvers
{
    private const string OfSystem = "/etc/resolv.conf";

    // systemd-resolved answers on loopback, and writes here whom it asks itself.
    private const string OfResolved = "/run/systemd/resolve/resolv.conf";

    /// <summary>Returns the text of resolv.conf for machines.</summary>
    /// <exception cref="ProviderException">Machines cannot reach the host's name servers.</exception>
    public static string OfHost() => Choose(Read(OfSystem), Read(OfResolved));

    /// <param name="system">The host's resolv.conf.</param>
    /// <param name="resolved">That of systemd-resolved; empty without it.</param>
    public static string Choose(string system, string resolved) =>
        Servers(system) is { Length: > 0 } direct ? direct
        : Servers(resolved) is { Length: > 0 } upstream ? upstream
        : throw new ProviderException(
            $"{OfSystem} names no name server that machines of this host can reach: it needs an IPv4 address other than loopback. "
            + "Write the address of the server that your local resolver asks into it, or start the server without --local-nat.");

    private static string Servers(string text) => string.Concat(
        text.Split('\n')
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is ["nameserver", var server, ..] && IsReachable(server))
            .Select(words => $"nameserver {words[1]}\n"));

    private static bool IsReachable(string server) =>
        IPAddress.TryParse(server, out var address)
            && address.AddressFamily == AddressFamily.InterNetwork
            && !IPAddress.IsLoopback(address)
            && !address.Equals(IPAddress.Any);

    private static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
