using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CSharpChef.Tests.Compatibility;

/// <summary>Newly generated keys that no server accepts.</summary>
internal static class MadeKeys
{
    public static string SshPublicKey(string comment) =>
        $"ssh-ed25519 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(51))} {comment}@laptop";

    public static string PrivateKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportECPrivateKeyPem();
    }

    public static (string Certificate, string Key) Certificate(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var begin = DateTimeOffset.UnixEpoch;
        using var certificate = request.CreateSelfSigned(begin, begin.AddYears(200));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
