using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Stacks.Users;

/// <summary>Makes access keys and tokens, and the ids that tokens are found by.</summary>
internal static class Credentials
{
    private const string TokenPrefix = "ccp_";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int TokenIdLength = 16;

    /// <summary>In the form old clients expect.</summary>
    public static string NewKeyId() => "AKIA" + RandomNumberGenerator.GetString(Base32, 16);

    public static string NewSecret() => RandomNumberGenerator.GetString(Base62, 40);

    /// <summary>The prefix lets scanners for lost secrets find it.</summary>
    public static string NewToken() => TokenPrefix + RandomNumberGenerator.GetString(Base62, 43);

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static string TokenId(string token) => Hash(token)[..TokenIdLength];
}
