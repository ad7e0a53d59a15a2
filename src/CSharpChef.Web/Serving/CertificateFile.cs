using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Web.Serving;

/// <summary>
/// The server's certificate, read again when its file changes. When the new file cannot be read, the previous
/// certificate stays in use.
/// </summary>
internal sealed class CertificateFile(string file, string? keyFile, Action<Exception> onUnreadable)
{
    private readonly Lock gate = new();
    private (DateTime, DateTime) stamp;
    private SslStreamCertificateContext? context;

    /// <summary>The certificate for the next handshake.</summary>
    public SslStreamCertificateContext Current()
    {
        lock (gate)
        {
            if (context is null || stamp != Stamp())
            {
                Reload();
            }

            return context!;
        }
    }

    private (DateTime, DateTime) Stamp() => (File.GetLastWriteTimeUtc(file), File.GetLastWriteTimeUtc(keyFile ?? file));

    private void Reload()
    {
        try
        {
            stamp = Stamp();
            context = Load();
        }
        catch (Exception e)
            when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            if (context is null)
            {
                throw new UsageException(
                    $"Cannot use the certificate {file}: {e.Message} It must be PEM with its key, or PFX without password.",
                    e);
            }

            onUnreadable(e);
        }
    }

    private SslStreamCertificateContext Load()
    {
        var all = new X509Certificate2Collection();
        if (X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12)
        {
            all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, null);
            return Context(CertificateRules.Check(all.First(certificate => certificate.HasPrivateKey), file), all);
        }

        all.ImportFromPemFile(file);
        var leaf = X509Certificate2.CreateFromPemFile(file, keyFile ?? file);
        return Context(CertificateRules.Check(leaf, keyFile ?? file), all);
    }

    // The certificates of its signers are sent too; none is downloaded.
    private static SslStreamCertificateContext Context(X509Certificate2 leaf, X509Certificate2Collection all) =>
        SslStreamCertificateContext.Create(
            leaf, [.. all.Where(certificate => certificate.Thumbprint != leaf.Thumbprint)], offline: true);
}
