using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Deployments;

/// <summary>
/// Links to the logs of commands for those who have no login, such as browsers. Each is signed with a key that is
/// derived from the master key, and ends after an hour.
/// </summary>
internal static class LogLink
{
    public const string Folder = "/logs/";
    public const string Expires = "expires";
    public const string Signature = "signature";

    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private const string Purpose = "csharpchef links to logs";

    /// <param name="keys">The master keys.</param>
    /// <param name="server">The URL of the server, without a slash at its end.</param>
    /// <param name="command">The id of the command.</param>
    /// <param name="now">The time.</param>
    public static string Of(SecretBox keys, string server, string command, DateTimeOffset now)
    {
        var end = (now + Lasts).ToUnixTimeSeconds();
        var signature = Base64Url.EncodeToString(Sign(keys.Derive(Purpose)[0], command, end));
        return string.Create(
            CultureInfo.InvariantCulture, $"{server}{Folder}{command}?{Expires}={end}&{Signature}={signature}");
    }

    /// <summary>True for the parts of a link that this server, or another one of its cluster, has made.</summary>
    public static bool IsValid(
        SecretBox keys, string command, string? expires, string? signature, DateTimeOffset now) =>
        long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && end > now.ToUnixTimeSeconds()
            && Decode(signature) is { } given
            && keys.Derive(Purpose).Any(key => CryptographicOperations.FixedTimeEquals(given, Sign(key, command, end)));

    private static byte[] Sign(byte[] key, string command, long end) => HMACSHA256.HashData(
        key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{command}\n{end}")));

    private static byte[]? Decode(string? text)
    {
        try
        {
            return text is { Length: < 100 } ? Base64Url.DecodeFromChars(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
