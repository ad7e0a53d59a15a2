using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Stacks.Cookbooks.Git;

/// <summary>The host key of a Git server over SSH: the first one that is seen is the one that it must keep.</summary>
/// <param name="host">The host, for errors.</param>
/// <param name="pinned">The key of the first use in base64; null before it.</param>
internal sealed class HostKeyPin(string host, string? pinned)
{
    /// <summary>The key in base64; null until one is known.</summary>
    public string? Key { get; private set; } = pinned;

    /// <summary>The type of the key that is known, such as ssh-ed25519; null before the first use.</summary>
    public string? Type => Key is null ? null : TypeOf(Convert.FromBase64String(Key));

    /// <summary>What to say when the server had another key; null while it has the right one.</summary>
    public CookbookSourceException? Refusal { get; private set; }

    /// <summary>Tells whether to trust a key.</summary>
    public bool Accepts(byte[] key)
    {
        var seen = Convert.ToBase64String(key);
        Key ??= seen;
        if (Key == seen)
        {
            return true;
        }

        Refusal = new($"the host key of {host} has changed: it is {Shown(key)}, and was {Shown(Convert.FromBase64String(Key))} at the source's first use. When the server got a new key, type: csharpchef stack forget-host-key STACK. Otherwise somebody may be between");
        return false;
    }

    private static string Shown(byte[] key) =>
        $"{TypeOf(key)} SHA256:{Convert.ToBase64String(SHA256.HashData(key)).TrimEnd('=')}";

    // RFC 4253, 6.6: a key begins with the length and the name of its type.
    private static string TypeOf(byte[] key) =>
        key is [0, 0, 0, var length, .. var rest] && rest.Length >= length
            ? Encoding.ASCII.GetString(rest, 0, length)
            : "unknown";
}
