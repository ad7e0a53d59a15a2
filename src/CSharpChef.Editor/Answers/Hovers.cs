using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Scripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.QuickInfo;

namespace CSharpChef.Editor.Answers;

/// <summary>Explains what is at a position.</summary>
internal static class Hovers
{
    // What the compiler supposes of the value there.
    private const string Nullability = "NullabilityAnalysis";

    public static async Task<Hover?> AtAsync(BoundScript script, Position position, CancellationToken ct)
    {
        var service = QuickInfoService.GetService(script.Document)!;
        var found = await service.GetQuickInfoAsync(script.Document, script.PositionOf(position), ct);
        if (found is null || found.Sections.IsEmpty || await IsTextAsync(script, found.Span.Start, ct))
        {
            return null;
        }

        var sections = found.Sections.Where(section => section.Text.Length > 0
            && section.Kind != Nullability).Select(section =>
        {
            var text = DescriptionText.WithoutPlaces(section.Text.Trim());
            return section.Kind switch
            {
                QuickInfoSectionKinds.Description => DescriptionText.Code(text),
                QuickInfoSectionKinds.Exception => DescriptionText.Plain(Exceptions(text)),
                _ => DescriptionText.Plain(text),
            };
        });
        return new Hover(MarkupContent.Markdown(string.Join("\n\n", sections)), script.RangeOf(found.Span));
    }

    // All that is known of a text is that it is one.
    private static async Task<bool> IsTextAsync(BoundScript script, int offset, CancellationToken ct) =>
        (await script.Document.GetSyntaxRootAsync(ct))!.FindToken(offset).Parent
            .IsKind(SyntaxKind.StringLiteralExpression);

    // The title, and one type a line.
    private static string Exceptions(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return $"{lines[0]} {string.Join(", ", lines[1..])}";
    }
}
