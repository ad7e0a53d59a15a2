using System.Net;
using System.Net.Sockets;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>Finds a loopback port on which no process listens.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
