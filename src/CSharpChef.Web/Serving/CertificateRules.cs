using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CSharpChef.Web.Serving;

/// <summary>Refuses certificates whose key is weak or can be read or written by every user of this machine.</summary>
internal static class CertificateRules
{
    private const int LeastRsaBits = 2048;

    public static X509Certificate2 Check(X509Certificate2 certificate, IReadOnlyList<string> keyFiles)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is { KeySize: < LeastRsaBits })
        {
            throw new CryptographicException(
                $"Its RSA key has {rsa.KeySize} bits and must have at least {LeastRsaBits}: make a new certificate.");
        }

        if (!OperatingSystem.IsWindows())
        {
            keyFiles.ToList().ForEach(RequirePrivate);
        }

        return certificate;
    }

    // Who can write the file can put in a key that they know.
    [UnsupportedOSPlatform("windows")]
    private static void RequirePrivate(string keyFile)
    {
        var others = File.GetUnixFileMode(keyFile) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        if (others != 0)
        {
            var verb = others.HasFlag(UnixFileMode.OtherRead) ? "read" : "write";
            throw new UnauthorizedAccessException(
                $"Every user of this machine can {verb} the private key in {keyFile}: chmod o-rw {keyFile}.");
        }
    }
}
