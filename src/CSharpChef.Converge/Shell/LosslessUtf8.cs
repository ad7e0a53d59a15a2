using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CSharpChef.Converge.Shell;

/// <summary>
/// Converts any bytes to text and back without loss: each byte that is not valid UTF-8 becomes a lone surrogate
/// U+DC80..U+DCFF. So a mount point whose name has another encoding still compares equal.
/// </summary>
internal static class LosslessUtf8
{
    private const int FirstSurrogate = 0xDC00;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done;
            _ = valid ? text.Append(rune) : text.Append((char)(FirstSurrogate + bytes[0]));
            bytes = bytes[(valid ? length : 1)..];
        }

        return text.ToString();
    }

    public static byte[] Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bytes = new List<byte>(text.Length);
        var utf8 = new byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEncodedByte(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1])))
            {
                bytes.Add((byte)(text[i] - FirstSurrogate));
            }
            else if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
                i += rune.Utf16SequenceLength - 1;
            }
        }

        return [.. bytes];
    }

    private static bool IsEncodedByte(char character) => character is >= '\uDC80' and <= '\uDCFF';
}
