using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Calls;

/// <summary>Opens HTTP connections to a server, with the system's or a given certificate authority.</summary>
internal static class ServerConnection
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    public static HttpClient Open(string? caFile)
    {
        // Created for one command, so pooled connections never become stale.
        var link = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTimeout,
            UseCookies = false,
            SslOptions = caFile is null ? new() : new() { CertificateChainPolicy = TrustOnly(caFile) },
        };
        return new HttpClient(link) { Timeout = Timeout };
    }

    private static X509ChainPolicy TrustOnly(string caFile)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck
        };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(caFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new UsageException(
                $"the certificate file {caFile} cannot be read: {e.Message} The file must contain certificates in PEM format.",
                e);
        }

        return policy.CustomTrustStore.Count > 0
            ? policy
            : throw new UsageException($"the file {caFile} holds no certificate in PEM form");
    }
}
