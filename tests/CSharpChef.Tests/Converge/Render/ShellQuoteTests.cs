using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

public sealed class ShellQuoteTests
{
    // Texts that have a meaning for a shell, for printf or in a pattern.
    private static readonly string[] Pieces =
    [
        "'", "\"", "\\", "\n", "\r", "\t", " ", "$", "`", "!", "*", "?", "[", "]", "{", "}", "(", ")", "<", ">", "|", "&", ";", "#", "~", "=", "%", "%s",
        "^", "-", "--", "/", ".", ",", ":", "@", "+", "a", "b", "Z", "0", "\u0001", "\u007f", "ä", "€", "😀", "$HOME", "$(id)", "\\n", "[!a]", "[a-z]", "''",
    ];

    [Theory]
    [InlineData("", "''")]
    [InlineData("plain-1.2/x:y@z%+,_", "plain-1.2/x:y@z%+,_")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("'", "''\\'''")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("a=b", "'a=b'")]
    [InlineData("~", "'~'")]
    [InlineData("a\n", "'a\n'")]
    [InlineData("ä", "'ä'")]
    public void A_word_is_quoted_where_it_must_be(string text, string word) =>
        Assert.Equal(word, ShellQuote.Word(text));

    [Theory]
    [InlineData("owner", "ann", "owner=ann")]
    [InlineData("owner", "Ann B", "owner='Ann B'")]
    [InlineData("owner", "", "owner=")]
    public void An_option_is_one_word(string key, string value, string word) =>
        Assert.Equal(word, ShellQuote.Option(key, value));

    [Theory]
    [InlineData("a\nb", "a b")]
    [InlineData("a\r\n\u001bb", "a   b")]
    public void A_comment_is_one_line(string text, string comment) => Assert.Equal(comment, ShellQuote.Comment(text));

    [Fact]
    public void Every_shell_reads_a_quoted_word_as_exactly_its_text()
    {
        var texts = Texts(seed: 1, count: 400);
        var script = string.Concat(texts.Select(text =>
            $"printf '%s\\0' {ShellQuote.Word(text)}\nset -- {ShellQuote.Option("k", text)}; printf '%s\\0' \"$1\"\n"));
        var expected = Encoding.UTF8.GetBytes(string.Concat(texts.Select(text => $"{text}\0k={text}\0")));

        Assert.All(LocalShell.Tested, shell => Assert.Equal(expected, LocalShell.Output(shell, script)));
    }

    [Fact]
    public void A_quoted_literal_in_a_pattern_matches_its_text_and_nothing_else()
    {
        var texts = Texts(seed: 2, count: 400);
        var pairs = texts.Zip(texts, texts.Skip(1).Append(texts[0])).ToList();
        var script = "fits() { case $1 in $2) printf y ;; *) printf n ;; esac; }\n" + string.Concat(pairs.Select(pair =>
            $"fits {ShellQuote.Word(pair.First)} {Pattern(pair.First)}; fits {Word(pair.Third)} {Pattern(pair.First)}; "
            + $"fits {ShellQuote.Word($"x:{pair.First}:y")} {ShellQuote.Word($"*:{ShellQuote.Literal(pair.First)}:*")}\n"));
        var expected = string.Concat(pairs.Select(pair => $"y{(pair.First == pair.Third ? 'y' : 'n')}y"));

        Assert.All(LocalShell.Tested,
            shell => Assert.Equal(expected, Encoding.UTF8.GetString(LocalShell.Output(shell, script))));
    }

    private static string Word(string text) => ShellQuote.Word(text);

    private static string Pattern(string text) => ShellQuote.Word(ShellQuote.Literal(text));

    private static List<string> Texts(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Pieces, .. Enumerable.Range(0, count).Select(_ =>
            string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)])))];
    }
}
