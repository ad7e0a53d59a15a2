using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Recipes.Steps;

/// <summary>
/// The content of a file: text, bytes, or a file of any size on the machine that the run starts from.
/// </summary>
public sealed class FileContent
{
    private readonly Func<Stream> open;
    private string? sha256;

    private FileContent(long length, string? text, Func<Stream> open)
    {
        Length = length;
        Text = text;
        this.open = open;
    }

    /// <summary>The size in bytes.</summary>
    public long Length { get; }

    /// <summary>The text; null for binary content and for a file of this machine.</summary>
    public string? Text { get; }

    /// <summary>The SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Sha256 => sha256 ??= Hash();

    /// <summary>Content made of text, encoded as UTF-8 without a byte order mark.</summary>
    public static FileContent FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        return new FileContent(
            bytes.Length, IsText(text) ? text : null, () => new MemoryStream(bytes, writable: false));
    }

    /// <summary>Content made of bytes, text or binary.</summary>
    public static FileContent FromBytes(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new FileContent(bytes.Length, Decode(bytes), () => new MemoryStream(bytes, writable: false));
    }

    /// <summary>The content of a file on this machine. It is read in chunks when it is sent.</summary>
    public static FileContent FromFile(string path) =>
        new(new FileInfo(path).Length, text: null, () => File.OpenRead(path));

    /// <summary>Opens the bytes for reading.</summary>
    public Stream OpenRead() => open();

    private static bool IsText(string text) => !text.Contains('\0', StringComparison.Ordinal);

    private static string? Decode(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return IsText(text) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private string Hash()
    {
        using var stream = open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
