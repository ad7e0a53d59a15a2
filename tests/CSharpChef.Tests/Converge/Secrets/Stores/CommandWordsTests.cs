using CSharpChef.Converge.Secrets.Stores;

namespace CSharpChef.Tests.Converge.Secrets.Stores;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("pass show db.password", "pass/show/db.password")]
    [InlineData("  a   b  ", "a/b")]
    [InlineData("sh -c 'echo $HOME | tr a b'", "sh/-c/echo $HOME | tr a b")]
    [InlineData("a \"b c\"'d e'f", "a/b cd ef")]
    [InlineData(@"a b\ c ""\""\\\$x\n""", @"a/b c/""\$x\n")]
    [InlineData("a '' b", "a//b")]
    [InlineData("op read item#1 a~b", "op/read/item#1/a~b")]
    public void A_command_line_is_split_at_blanks_outside_of_quotes(string text, string words) =>
        Assert.Equal(words.Split('/'), CommandWords.Split(text));

    [Theory]
    [InlineData("pass show $NAME", "$")]
    [InlineData("cat a | head -1", "|")]
    [InlineData("cat ~/secret", "~")]
    [InlineData("a; b", ";")]
    [InlineData("a `b`", "`")]
    [InlineData("a > b", ">")]
    [InlineData("cat *.txt", "*")]
    public void A_sign_of_the_shell_outside_of_quotes_is_refused(string text, string sign)
    {
        var error = Assert.Throws<FormatException>(() => CommandWords.Split(text));

        Assert.Equal($"no shell runs it, so that {sign} has no meaning: quote it, or write a script", error.Message);
    }

    [Theory]
    [InlineData("a 'b", "a quote ' is not closed")]
    [InlineData("a \"b", "a quote \" is not closed")]
    [InlineData("a\\", "it ends with a backslash")]
    public void An_open_quote_or_a_backslash_at_the_end_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => CommandWords.Split(text)).Message);
}
