using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>Certificates whose keys have algorithms that .NET cannot use on each machine.</summary>
internal static class UnusualCertificates
{
    /// <summary>The ids of the algorithms, with their names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Algorithms = new Dictionary<string, string>
    {
        ["2.16.840.1.101.3.4.3.17"] = "ML-DSA",
        ["2.16.840.1.101.3.4.3.20"] = "SLH-DSA",
        ["2.16.840.1.101.3.4.4.1"] = "ML-KEM",
        ["1.3.101.112"] = "ED25519",
    };

    public static IEnumerable<string> Pems => Algorithms.Keys.Select(Pem);

    /// <summary>A certificate of an arbitrary key of the algorithm, which another key has signed.</summary>
    public static string Pem(string algorithm)
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new PublicKey(new Oid(algorithm), null, new AsnEncodedData(new byte[32]));
        var request = new CertificateRequest(new("CN=unusual"), key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.Create(
            new("CN=signer"), X509SignatureGenerator.CreateForECDsa(signer), now.AddDays(-1), now.AddDays(1), [1]);
        return certificate.ExportCertificatePem();
    }
}
