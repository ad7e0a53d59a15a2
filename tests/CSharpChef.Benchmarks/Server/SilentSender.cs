using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace CSharpChef.Benchmarks.Server;

/// <summary>
/// A stranger who keeps a connection with a call whose last bytes never arrive, until the server closes it.
/// </summary>
internal static class SilentSender
{
    private const int Bytes = 1 << 20;
    private const int HeldBack = 6;

    private static readonly byte[] Body = new byte[Bytes - HeldBack];

    public static async Task SendAsync(Uri server, string keyId)
    {
        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(server.Host, server.Port);
            await using var stream = await StreamAsync(connection, server);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Head(server, keyId)));
            await stream.WriteAsync(Body);
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
                (_, certificate, _, _) => certificate?.Subject == TestCertificate.Subject,
        });
        return stream;
    }

    private static string Head(Uri server, string keyId)
    {
        var now = $"{TimeProvider.System.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";
        return $"POST / HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/x-amz-json-1.1\r\n"
            + $"X-Amz-Target: OpsWorks_20130218.DescribeStacks\r\nX-Amz-Date: {now}\r\n"
            + $"Authorization: AWS4-HMAC-SHA256 Credential={keyId}/{now[..8]}/x/opsworks/aws4_request, "
            + $"SignedHeaders=host;x-amz-date;x-amz-target, Signature={new string('0', 64)}\r\n"
            + $"Content-Length: {Bytes}\r\n\r\n";
    }
}
