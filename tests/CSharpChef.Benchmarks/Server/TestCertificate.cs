using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CSharpChef.Benchmarks.Server;

/// <summary>A certificate for loopback that nobody trusts, in PEM files.</summary>
internal sealed record TestCertificate(string File, string KeyFile)
{
    public const string Subject = "CN=127.0.0.1";

    public static TestCertificate Create(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var created = new TestCertificate(Path.Combine(folder, "server.crt"), Path.Combine(folder, "server.key"));
        System.IO.File.WriteAllText(created.File, certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(created.KeyFile, key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(created.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return created;
    }
}
