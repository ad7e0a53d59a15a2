using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Web.Serving;

/// <summary>
/// Reads a certificate with its key and its signers, or says in a sentence what is wrong with the files.
/// </summary>
internal static class CertificateReader
{
    /// <exception cref="CryptographicException">The files hold no certificate with its key.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static (X509Certificate2 Leaf, X509Certificate2Collection All) Read(string file, string? keyFile)
    {
        RequireReadable(file, "--certificate");
        RequireReadable(keyFile ?? file, "--certificate-key");
        try
        {
            return X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12
                ? ReadPfx(file)
                : ReadPem(file, keyFile ?? file);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new CryptographicException(
                $"The file must be PEM with its key, in it or in the file of --certificate-key, or PFX without password ({Reason.Of(e).TrimEnd('.')}).",
                e);
        }
    }

    private static void RequireReadable(string path, string option)
    {
        try
        {
            using var stream = File.OpenRead(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"{path} does not exist: name another file with {option}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path} cannot be read: {Reason.Of(e)} Let the user of the server read it.", e);
        }
    }

    private static (X509Certificate2 Leaf, X509Certificate2Collection All) ReadPfx(string file)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, null);
        var leaf = all.FirstOrDefault(certificate => certificate.HasPrivateKey);
        return (leaf ?? throw new CryptographicException("it has no private key"), all);
    }

    private static (X509Certificate2 Leaf, X509Certificate2Collection All) ReadPem(string file, string keyFile)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        return (X509Certificate2.CreateFromPemFile(file, keyFile), all);
    }
}
