using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Tests.Recipes.Steps;

public sealed class PosixPatternTests
{
    [Theory]
    [InlineData("^[[:space:]]*Port", "\t Port 22", true)]
    [InlineData("^[^[:space:]#]+", "#x", false)]
    [InlineData("[[:digit:]]{2,3}", "a12", true)]
    [InlineData("[[:digit:]]", "٣", false)]
    [InlineData("[]x]", "]", true)]
    [InlineData("[^]x]", "]", false)]
    [InlineData("[a-c-]", "-", true)]
    [InlineData("[a-z-[ae]]", "b", false)]
    [InlineData("[a^]", "^", true)]
    [InlineData("a\\.b", "axb", false)]
    [InlineData("a\\.b", "a.b", true)]
    [InlineData("^(a|b)+$", "abba", true)]
    [InlineData("\\[x\\]", "[x]", true)]
    [InlineData("[[:punct:]]", "]", true)]
    [InlineData("[[:punct:]]", "a", false)]
    [InlineData("A", "a", false)]
    [InlineData("#[ ]x", "# x", true)]
    public void A_pattern_matches_as_POSIX_defines(string pattern, string line, bool expected) =>
        Assert.Equal(expected, PosixPattern.Parse(pattern).IsMatch(line));

    [Theory]
    [InlineData("\\d+", "[[:digit:]]")]
    [InlineData("(?i)x", "( )")]
    [InlineData("[[:word:]]", "[:alnum:]")]
    [InlineData("[abc", "\\[")]
    [InlineData("[a\\n]", "alone")]
    [InlineData("a\\", "class")]
    [InlineData("(a", "POSIX")]
    [InlineData("a{3,1}", "POSIX")]
    public void A_pattern_that_POSIX_does_not_define_is_refused_with_advice(string pattern, string advice) =>
        Assert.Contains(advice, Assert.Throws<RecipeException>(() => PosixPattern.Parse(pattern)).Message);

    [Theory]
    [InlineData(@"^[a\]", "a backslash in brackets")]
    [InlineData("[[.a.]]", "[.")]
    [InlineData("[[=a=]]", "[=")]
    public void A_pattern_of_POSIX_that_programs_read_differently_is_refused_as_such(string pattern, string part)
    {
        var error = Assert.Throws<RecipeException>(() => PosixPattern.Parse(pattern));

        Assert.StartsWith(
            $"Match \"{pattern}\": {part} is refused, because the programs that read such patterns differ in "
                + "what they take it for: write ",
            error.Message,
            StringComparison.Ordinal);
    }
}
