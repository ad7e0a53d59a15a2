using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Converge.Cookbooks.Locks;

/// <summary>
/// The hash of the files of a folder: of their paths, in the order of their bytes, and contents. Modes, times and empty
/// folders do not count.
/// </summary>
internal static class FolderHash
{
    private const string Prefix = "sha256:";

    public static bool IsHash(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.Length == Prefix.Length + (2 * SHA256.HashSizeInBytes)
        && text[Prefix.Length..].All(char.IsAsciiHexDigitLower);

    /// <summary>The digits of a hash, for the name of a file or folder.</summary>
    public static string Digits(string hash) => hash[Prefix.Length..];

    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in CookbookTree.Of(folder).Files)
        {
            var name = Encoding.UTF8.GetBytes(file);
            hash.AppendData(BitConverter.GetBytes(name.Length));
            hash.AppendData(name);
            using var content = File.OpenRead(Path.Combine(folder, file));
            hash.AppendData(BitConverter.GetBytes(content.Length));
            Append(hash, content);
        }

        return Prefix + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, Stream content)
    {
        var buffer = new byte[64 * 1024];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
        }
    }
}
