using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Web.Signing;

/// <summary>Derives the signing key of a secret access key for one day, region and service.</summary>
internal static class SigningKey
{
    public static byte[] Derive(string secret, CredentialScope scope)
    {
        var date = Mac(Encoding.UTF8.GetBytes($"AWS4{secret}"), scope.Date);
        var service = Mac(Mac(date, scope.Region), CredentialScope.Service);
        return Mac(service, "aws4_request");
    }

    public static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
