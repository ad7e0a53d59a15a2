using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.Recipes;
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
        RequireNoOtherKey(file, keyFile);
        try
        {
            return IsPfx(file) ? ReadPfx(file) : ReadPem(file, keyFile ?? file);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or NotSupportedException)
        {
            throw new CryptographicException(Explain(file, e), e);
        }
    }

    /// <summary>The files that hold private keys: the key in use, and one beside a certificate.</summary>
    public static IReadOnlyList<string> KeyFiles(string file, string? keyFile) =>
        keyFile is not null && File.ReadAllText(file).Contains("PRIVATE KEY-----", StringComparison.Ordinal)
            ? [keyFile, file]
            : [keyFile ?? file];

    private static void RequireNoOtherKey(string file, string? keyFile)
    {
        if (keyFile is not null && IsPfx(file))
        {
            throw new CryptographicException(
                "It is a PFX file, which holds its own key: leave --certificate-key out.");
        }
    }

    private static string Explain(string file, Exception e) =>
        KeyAlgorithm.Unusual(File.ReadAllText(file)) is { } algorithm
            ? $"Its key has the algorithm {algorithm}, which this machine cannot use: make a certificate with an RSA or ECDSA key."
            : $"The file must be PEM with its key, in it or in the file of --certificate-key, or PFX without password ({Reason.Of(e).TrimEnd('.')}).";

    private static bool IsPfx(string file)
    {
        try
        {
            return X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static void RequireReadable(string path, string option)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder: name a file with {option}.");
        }

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
