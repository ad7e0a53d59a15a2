using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CSharpChef.Editor.Answers;

/// <summary>Descriptions of the services as Markdown.</summary>
internal static partial class DescriptionText
{
    /// <summary>The first line as code, and the rest as text.</summary>
    public static string Of(IEnumerable<TaggedText> parts)
    {
        var text = WithoutPlaces(string.Concat(parts.Select(part => part.Text))).Replace("\r\n", "\n", StringComparison.Ordinal);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? Code(text) : $"{Code(text[..end])}\n\n{Plain(text[(end + 1)..].Trim())}";
    }

    public static string Code(string text) => $"```csharp\n{text}\n```";

    /// <summary>Text that Markdown must not understand.</summary>
    public static string Plain(string text) =>
        MarkdownSign().Replace(text, found => "\\" + found.Value).Replace("\n", "\n\n", StringComparison.Ordinal);

    /// <summary>Leaves out the parameters that the compiler fills in.</summary>
    public static string WithoutPlaces(string signature) => PlaceParameter().Replace(signature, "");

    [GeneratedRegex("""(, )?\[?(string sourceFile_* = ""|int sourceLine_* = 0)\]?""")]
    private static partial Regex PlaceParameter();

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|]")]
    private static partial Regex MarkdownSign();
}
