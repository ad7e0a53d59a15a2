using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CSharpChef.Stacks.Text;

/// <summary>The algorithms of the keys of certificates.</summary>
internal static class KeyAlgorithm
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string Ecdsa = "1.2.840.10045.2.1";
    private const string Dsa = "1.2.840.10040.4.1";

    private static readonly (string Prefix, int From, int To, string Name)[] Families =
    [
        ("2.16.840.1.101.3.4.3.", 17, 19, "ML-DSA"),
        ("2.16.840.1.101.3.4.3.", 20, 31, "SLH-DSA"),
        ("2.16.840.1.101.3.4.4.", 1, 3, "ML-KEM"),
    ];

    /// <summary>
    /// The name of the algorithm of a certificate's key when not every machine can use it; null for RSA, ECDSA and DSA,
    /// and for a text that is not a certificate.
    /// </summary>
    /// <param name="pem">The certificate in PEM format.</param>
    public static string? Unusual(string pem)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            var id = certificate.GetKeyAlgorithm();
            return id is Rsa or Ecdsa or Dsa ? null : NameOf(id);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string NameOf(string id) =>
        Families.FirstOrDefault(family => Enumerable.Range(family.From, family.To - family.From + 1)
            .Any(number => id == $"{family.Prefix}{number}")).Name
        ?? new Oid(id).FriendlyName
        ?? id;
}
