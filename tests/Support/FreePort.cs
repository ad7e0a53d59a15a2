using System.Net;
using System.Net.Sockets;

namespace CSharpChef.TestSupport;

/// <summary>Finds a port on loopback that is not in use.</summary>
internal static class FreePort
{
    // Below the ports that the system gives to servers and connections of other tests.
    private const int First = 20_000;
    private const int End = 32_768;

    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Another program listens on this port.
            }
        }
    }
}
