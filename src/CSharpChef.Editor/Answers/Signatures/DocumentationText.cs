using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CSharpChef.Editor.Answers.Signatures;

/// <summary>Documentation comments as Markdown.</summary>
internal static class DocumentationText
{
    /// <summary>The summary; null when there is none.</summary>
    public static string? Of(ISymbol symbol) => Text(Read(symbol)?.Element("summary"));

    /// <summary>What the comment says of a parameter.</summary>
    public static string? OfParameter(ISymbol symbol, string name) => Text(Read(symbol)?.Elements("param")
        .FirstOrDefault(each => each.Attribute("name")?.Value == name));

    private static XElement? Read(ISymbol symbol)
    {
        var xml = symbol.OriginalDefinition.GetDocumentationCommentXml();
        try
        {
            var all = XElement.Parse($"<all>{xml}</all>");
            return all.Element("member") ?? all;
        }
        catch (XmlException)
        {
            // A comment that is being written.
            return null;
        }
    }

    private static string? Text(XElement? element)
    {
        var text = element is null ? "" : string.Concat(element.Nodes().Select(Text));
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : DescriptionText.Plain(string.Join(' ', words));
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Value: { Length: > 0 } inner } => inner,
        XElement reference => reference.Attributes().FirstOrDefault()?.Value.Split('.', ':')[^1] ?? "",
        _ => "",
    };
}
