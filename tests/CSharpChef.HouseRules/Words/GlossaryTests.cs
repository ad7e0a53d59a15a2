using System.Text.RegularExpressions;
using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules.Words;

/// <summary>The glossary defines the words that the sources use.</summary>
public sealed partial class GlossaryTests
{
    private static readonly Lazy<IReadOnlyList<(string Word, string Meaning)>> Entries = new(() =>
        [.. File.ReadLines(SourceTree.PathOf("docs/glossary.md"))
            .Select(line => Entry().Match(line))
            .Where(match => match.Success)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value))]);

    [Fact]
    public void Each_word_of_the_glossary_is_used_in_src()
    {
        var sources = string.Join('\n', ProjectText.All()
            .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .Select(file => ProjectText.SeparateWords(file.Text)));

        Findings.AssertNone(Entries.Value.Where(entry => !Uses(sources, entry.Word)).Select(entry => entry.Word));
    }

    [Fact]
    public void The_glossary_defines_about_50_words_in_one_line_each_in_alphabetical_order()
    {
        var words = Entries.Value.Select(entry => entry.Word).ToList();

        Assert.InRange(words.Count, 45, 90);
        Assert.Equal(words.Order(StringComparer.OrdinalIgnoreCase), words);
        Findings.AssertNone(Entries.Value
            .Where(entry => entry.Meaning.Length is < 15 or > 160)
            .Select(entry => entry.Word));
    }

    private static bool Uses(string sources, string word) =>
        Regex.IsMatch(sources, $@"(?<![A-Za-z]){Regex.Escape(word)}(?:s|es)?(?![A-Za-z])", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"^\| \*\*(.+?)\*\* \| (.+?) \|$")]
    private static partial Regex Entry();
}
