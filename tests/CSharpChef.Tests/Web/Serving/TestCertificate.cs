using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Web.Serving;

/// <summary>Certificates that a test creates, as the files that a server reads.</summary>
internal sealed class TestCertificate : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder = TemporaryFolder.Create("csharpchef-tls-");

    public string File => Path.Combine(folder, "cert.pem");

    public string Key => Path.Combine(folder, "key.pem");

    public string Pfx => Path.Combine(folder, "cert.pfx");

    /// <summary>Replaces the certificate in the files by a new one, with the certificate of its signer.</summary>
    /// <returns>The thumbprint of the new certificate.</returns>
    public string Write(string name)
    {
        var (now, later) = (TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow().AddDays(1));
        using var root = Ask("CN=root", authority: true, out _).CreateSelfSigned(now, later);
        using var intermediate =
            Ask("CN=between", authority: true, out var intermediateKey).Create(root, now, later, [1, 2, 4]);
        using var signer = intermediate.CopyWithPrivateKey(intermediateKey);
        using var signed = Ask($"CN={name}", authority: false, out var key).Create(signer, now, later, [1, 2, 3]);
        using var withPrivateKey = signed.CopyWithPrivateKey(key);
        var stamp = System.IO.File.Exists(File)
            ? System.IO.File.GetLastWriteTimeUtc(File).AddSeconds(1)
            : now.UtcDateTime;
        System.IO.File.WriteAllText(File, $"{signed.ExportCertificatePem()}\n{signer.ExportCertificatePem()}\n");
        WriteKey(key);
        System.IO.File.WriteAllBytes(Pfx, withPrivateKey.Export(X509ContentType.Pfx));
        SetKeyMode(OwnerOnly);
        Touch(stamp);
        return withPrivateKey.Thumbprint;
    }

    /// <summary>Writes a self-signed certificate with an RSA key.</summary>
    public void WriteRsa(int bits)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest("CN=rsa", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
        System.IO.File.WriteAllText(File, certificate.ExportCertificatePem());
        WriteKey(key);
    }

    // A test may have taken the right to write it from its owner, which counts for everybody but root.
    private void WriteKey(AsymmetricAlgorithm key)
    {
        SetKeyMode(OwnerOnly);
        System.IO.File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
        SetKeyMode(OwnerOnly);
    }

    public void SetKeyMode(UnixFileMode mode)
    {
        foreach (var file in new[] { Key, Pfx }.Where(System.IO.File.Exists))
        {
            if (!OperatingSystem.IsWindows())
            {
                System.IO.File.SetUnixFileMode(file, mode);
            }
        }
    }

    public void Break()
    {
        var stamp = System.IO.File.GetLastWriteTimeUtc(File).AddSeconds(1);
        System.IO.File.WriteAllText(File, "nonsense");
        Touch(stamp);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Touch(DateTime stamp)
    {
        System.IO.File.SetLastWriteTimeUtc(File, stamp);
        System.IO.File.SetLastWriteTimeUtc(Key, stamp);
    }

    private static CertificateRequest Ask(string name, bool authority, out ECDsa key)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, true));
        return request;
    }
}
