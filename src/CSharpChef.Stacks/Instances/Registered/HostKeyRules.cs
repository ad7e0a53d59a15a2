using System.Buffers.Text;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Instances.Registered;

/// <summary>The rules for the public host keys of a machine.</summary>
internal static class HostKeyRules
{
    private const int MostKeys = 16;

    private static readonly string[] Types =
        ["ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa"];

    /// <summary>The key without its comment.</summary>
    public static string KeyOf(string line) => string.Join(' ', line.Split(' ', 3).Take(2));

    public static void Check(IReadOnlyList<string> keys)
    {
        if (keys.Count is 0 or > MostKeys || !keys.All(IsKey))
        {
            throw ApiError.Invalid(
                "HostKeys",
                $"must have 1 to {MostKeys} keys as in /etc/ssh/ssh_host_*_key.pub: a type such as ssh-ed25519, the key in base 64, a comment");
        }
    }

    private static bool IsKey(string line) =>
        !line.Any(char.IsControl)
            && line.Split(' ', 3) is [var type, { Length: > 0 } data, ..]
            && Types.Contains(type)
            && Base64.IsValid(data);
}
