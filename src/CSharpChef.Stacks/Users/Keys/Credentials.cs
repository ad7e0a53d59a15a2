using System.Security.Cryptography;
using System.Text;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Users.Keys;

/// <summary>Generates access keys and tokens, and the ids of tokens.</summary>
internal static class Credentials
{
    private const string KeyIdPrefix = "AKIA";
    private const string TokenPrefix = "ccp_";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int TokenIdLength = 16;

    /// <summary>Generates an access key id in the form that AWS clients expect.</summary>
    public static string NewKeyId() => KeyIdPrefix + RandomNumberGenerator.GetString(Base32, 16);

    /// <summary>True for the id of an access key; false for that of a token.</summary>
    public static bool IsKeyId(string id) => id.StartsWith(KeyIdPrefix, StringComparison.Ordinal);

    public static string NewSecret() => RandomNumberGenerator.GetString(Base62, 40);

    /// <summary>Generates an access key of a user, with its secret in clear.</summary>
    public static (AccessKey Key, string Secret) NewKey(string userArn, DateTimeOffset now)
    {
        var secret = NewSecret();
        return (new AccessKey
        {
            AccessKeyId = NewKeyId(),
            IamUserArn = userArn,
            CreatedAt = now,
            Secret = Secret.New(secret),
        }, secret);
    }

    /// <summary>Generates a token; by its prefix, scanners for leaked secrets recognize it.</summary>
    public static string NewToken() => TokenPrefix + RandomNumberGenerator.GetString(Base62, 43);

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static string TokenId(string token) => Hash(token)[..TokenIdLength];
}
