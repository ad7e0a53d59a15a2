using System.Net;
using System.Net.Sockets;

namespace CSharpChef.TestSupport;

/// <summary>Finds TCP ports on loopback for servers of tests.</summary>
internal static class FreePort
{
    // Below the ports that the system gives to servers and connections of other tests.
    private const int First = 20_000;
    private const int Count = 12_768;

    // A server of another test that starts now does not listen yet: no port is found twice.
    private static int last = Random.Shared.Next(Count);

    public static int Find()
    {
        while (true)
        {
            var port = First + Interlocked.Increment(ref last) % Count;
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
