using System.Net.Sockets;
using Renci.SshNet;

namespace CSharpChef.Converge.Ssh;

/// <summary>
/// Loads the library that connects. That takes about as long as to read a command line and settings, so on another
/// thread it costs a command that connects no time.
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
