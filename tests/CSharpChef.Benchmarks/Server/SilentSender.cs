using System.Net.Security;
using System.Net.Sockets;
using CSharpChef.TestSupport.Web;

namespace CSharpChef.Benchmarks.Server;

/// <summary>
/// A stranger who keeps a connection with a call whose last bytes never arrive, until the server closes it.
/// </summary>
internal static class SilentSender
{
    private const int Bytes = 1 << 20;

    public static async Task SendAsync(Uri server, string keyId)
    {
        var call = new SilentCall(server.Authority, keyId, Bytes);
        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(server.Host, server.Port);
            await using var stream = await StreamAsync(connection, server);
            await stream.WriteAsync(call.Head());
            await stream.WriteAsync(call.Body());
            await new StreamReader(stream).ReadToEndAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The server closed the connection.
        }
    }

    private static async Task<Stream> StreamAsync(TcpClient connection, Uri server)
    {
        if (server.Scheme != Uri.UriSchemeHttps)
        {
            return connection.GetStream();
        }

        var stream = new SslStream(connection.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = server.Host,
            RemoteCertificateValidationCallback =
                (_, certificate, _, _) => certificate?.Subject == TestAuthority.Subject,
        });
        return stream;
    }
}
