using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Texts;

/// <summary>A text that is open in the editor. It replaces the file.</summary>
/// <param name="Uri">Its URI as the editor writes it.</param>
/// <param name="Path">The full path of the file, or the URI of a text that was never saved.</param>
/// <param name="Version">The version that the editor gave it.</param>
/// <param name="Text">The text.</param>
internal sealed record OpenText(string Uri, string Path, int? Version, SourceText Text)
{
    private readonly Lazy<byte[]> bytes = new(() => System.Text.Encoding.UTF8.GetBytes(Text.ToString()));

    public byte[] Bytes => bytes.Value;
}
