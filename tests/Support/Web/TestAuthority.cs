using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.TestSupport.Web;

/// <summary>A self-signed certificate for the loopback, which clients trust only when it is given to them.</summary>
internal sealed class TestAuthority : IDisposable
{
    public const string Subject = "CN=own";

    private readonly string folder = TemporaryFolder.Create("csharpchef-ca-");

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        System.IO.File.WriteAllText(File, certificate.ExportCertificatePem());
        OwnerFile.Replace(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public string File => Path.Combine(folder, "own.pem");

    public string KeyFile => Path.Combine(folder, "key.pem");

    public Task<LoopbackServer> ServeAsync(TimeProvider? clock = null) => LoopbackServer.StartAsync(
        options => options with
        {
            Urls = ["https://127.0.0.1:0"],
            Certificate = File,
            CertificateKey = KeyFile,
        },
        clock);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
