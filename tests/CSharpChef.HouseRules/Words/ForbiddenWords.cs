using System.Text.RegularExpressions;

namespace CSharpChef.HouseRules.Words;

/// <summary>Finds the words and phrases of <c>docs/words.txt</c> in a text, as whole words.</summary>
internal sealed class ForbiddenWords
{
    private readonly Regex pattern;

    /// <param name="phrases">Words and phrases; between the words of a phrase a line may end, in a comment too.</param>
    public ForbiddenWords(IEnumerable<string> phrases) => pattern = new Regex(
        // "There is no file" and "is no longer" are ordinary English; "a name is no number" is not.
        $@"(?<![A-Za-z]|\bthere\s)(?:{string.Join('|', phrases.Select(SpacedPattern))})(?!\s+(?:longer|more|less)\b)(?![A-Za-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    public static ForbiddenWords Read(string path) => new(File.ReadLines(path)
        .Where(line => line.Length > 0 && !line.StartsWith('#')));

    /// <summary>The number of the line of each word found, with the word.</summary>
    public IEnumerable<(int Line, string Word)> In(string text)
    {
        var words = ProjectText.SeparateWords(text);
        return pattern.Matches(words)
            .Select(match => (1 + words.AsSpan(0, match.Index).Count('\n'), Regex.Replace(match.Value, @"\s+", " ")));
    }

    private static string SpacedPattern(string phrase) =>
        string.Join(@"\s+(?:(?:///?|\#|\*)\s*)?", phrase.Split(' ').Select(Regex.Escape));
}
