using System.Text.RegularExpressions;

namespace CSharpChef.HouseRules.Pages;

/// <summary>A fenced block of a page of the documentation.</summary>
/// <param name="Language">The word behind the fence; empty when there is none.</param>
/// <param name="Text">The text of the block.</param>
/// <param name="Name">The name of a file, when the line before the block is nothing but that name as code.</param>
internal sealed partial record PageBlock(string Language, string Text, string? Name)
{
    private const string Fence = "```";

    public static IReadOnlyList<PageBlock> Read(string page)
    {
        var blocks = new List<PageBlock>();
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (lines[start].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, start + 1, line => line == Fence);
                var text = string.Concat(lines[(start + 1)..end].Select(line => $"{line}\n"));
                blocks.Add(new PageBlock(lines[start][Fence.Length..], text, NameBefore(lines[..start])));
                start = end;
            }
        }

        return blocks;
    }

    private static string? NameBefore(string[] lines) =>
        NameLine().Match(lines.LastOrDefault(line => line.Length > 0) ?? "") is { Success: true } match
            ? match.Groups[1].Value
            : null;

    [GeneratedRegex("^`([^`]+)`$")]
    private static partial Regex NameLine();
}
