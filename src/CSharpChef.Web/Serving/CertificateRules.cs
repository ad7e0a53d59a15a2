using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CSharpChef.Web.Serving;

/// <summary>Refuses certificates whose key is weak or can be read by every user of this machine.</summary>
internal static class CertificateRules
{
    private const int LeastRsaBits = 2048;

    public static X509Certificate2 Check(X509Certificate2 certificate, string keyFile)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is { KeySize: < LeastRsaBits })
        {
            throw new CryptographicException(
                $"Its RSA key has {rsa.KeySize} bits and must have at least {LeastRsaBits}: make a new certificate.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(keyFile) & UnixFileMode.OtherRead) != 0)
        {
            throw new UnauthorizedAccessException(
                $"Every user of this machine can read the private key in {keyFile}: chmod o-r {keyFile}.");
        }

        return certificate;
    }
}
