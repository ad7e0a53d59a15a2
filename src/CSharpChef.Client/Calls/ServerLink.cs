using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Calls;

/// <summary>The connection to a server, trusted as was asked.</summary>
internal static class ServerLink
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    public static HttpClient Open(string? caFile)
    {
        // Created for one command, so there is nothing to be pooled for long.
        var link = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectPatience,
            UseCookies = false,
            SslOptions = caFile is null ? new() : new() { CertificateChainPolicy = Trusting(caFile) },
        };
        return new HttpClient(link) { Timeout = Patience };
    }

    private static X509ChainPolicy Trusting(string caFile)
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
                $"the file {caFile} of authorities cannot be read: {e.Message} Give a file of certificates in PEM form.",
                e);
        }

        return policy.CustomTrustStore.Count > 0
            ? policy
            : throw new UsageException($"the file {caFile} holds no certificate in PEM form");
    }
}
