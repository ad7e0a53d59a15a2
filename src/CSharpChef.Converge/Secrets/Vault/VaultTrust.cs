using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CSharpChef.Converge.Secrets.Vault;

/// <summary>
/// The connections to a Vault: checked against its own authority where one is given, and not redirected.
/// </summary>
internal static class VaultTrust
{
    public static SocketsHttpHandler Handler(VaultSettings settings) => new()
    {
        // A redirection would take the token to another host.
        AllowAutoRedirect = false,
        UseProxy = !settings.Address.IsLoopback,
        SslOptions = settings.AuthorityFile is { } file ? Trusting(file) : new SslClientAuthenticationOptions(),
    };

    private static SslClientAuthenticationOptions Trusting(string file)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new RecipeException($"{VaultSettings.AuthorityVariable}: {e.Message}", e);
        }

        return policy.CustomTrustStore.Count > 0
            ? new SslClientAuthenticationOptions { CertificateChainPolicy = policy }
            : throw new RecipeException($"{VaultSettings.AuthorityVariable}: {file} has no certificate in the PEM format");
    }
}
