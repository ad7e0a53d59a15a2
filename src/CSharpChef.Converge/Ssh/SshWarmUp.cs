using System.Net.Sockets;
using Renci.SshNet;

namespace CSharpChef.Converge.Ssh;

/// <summary>
/// Loads the SSH library on another thread. That takes about as long as reading the command line and settings, so a
/// command that connects does not wait for it.
/// </summary>
internal static class SshWarmUp
{
    public static void Begin() => Task.Run(Load);

    private static void Load()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var method = new NoneAuthenticationMethod("nobody");
        using var client = new SshClient(new ConnectionInfo("nowhere", "nobody", method));
        foreach (var exchange in client.ConnectionInfo.KeyExchangeAlgorithms.Values.Take(4))
        {
            (exchange() as IDisposable)?.Dispose();
        }
    }
}
