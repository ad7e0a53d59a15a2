using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Web.Serving;

/// <summary>
/// The server's certificate, read again when its file changes. When the new file cannot be used, the previous
/// certificate stays in use.
/// </summary>
/// <param name="file">The file of the certificate.</param>
/// <param name="keyFile">The file of its key; null when the first one holds it.</param>
/// <param name="onUnusable">Hears why a changed file cannot be used.</param>
internal sealed class CertificateFile(string file, string? keyFile, Action<string> onUnusable)
{
    private readonly Lock gate = new();
    private (KeyFileState, KeyFileState) stamp;
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

    private (KeyFileState, KeyFileState) Stamp() => (KeyFileState.Of(file), KeyFileState.Of(keyFile ?? file));

    private void Reload()
    {
        stamp = Stamp();
        try
        {
            context = Load();
        }
        catch (Exception e) when (context is null && IsFault(e))
        {
            throw new UsageException($"Cannot use the certificate {file}: {e.Message}", e);
        }
        catch (Exception e) when (IsFault(e))
        {
            onUnusable(e.Message);
        }
    }

    // The rules say in whole sentences why they refuse a certificate, as the reader does.
    private static bool IsFault(Exception e) =>
        e is CryptographicException or IOException or UnauthorizedAccessException;

    private SslStreamCertificateContext Load()
    {
        var (leaf, all) = CertificateReader.Read(file, keyFile);
        return Context(CertificateRules.Check(leaf, CertificateReader.KeyFiles(file, keyFile)), all);
    }

    // The certificates of its signers are sent too; none is downloaded.
    private static SslStreamCertificateContext Context(X509Certificate2 leaf, X509Certificate2Collection all) =>
        SslStreamCertificateContext.Create(
            leaf, [.. all.Where(certificate => certificate.Thumbprint != leaf.Thumbprint)], offline: true);
}
