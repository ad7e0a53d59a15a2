using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Tests.Converge.Ssh.Config;

public sealed class HostPatternTests
{
    [Theory]
    [InlineData("web1", "web1", true)]
    [InlineData("web1", "WEB1", true)]
    [InlineData("web?", "web1", true)]
    [InlineData("web?", "web", false)]
    [InlineData("*.example.com", "a.b.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*a*b*c", "xxaxxbxxc", true)]
    [InlineData("*a*b*c", "xxaxxbxx", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("**", "anything", true)]
    public void A_host_pattern_matches_the_whole_name(string pattern, string name, bool expected) =>
        Assert.Equal(expected, HostPattern.Matches(pattern, name));

    [Theory]
    [InlineData("*,!db1", "web1", true)]
    [InlineData("*,!db1", "db1", false)]
    [InlineData("!db1", "web1", false)]
    [InlineData("!*,web1", "web1", false)]
    public void A_negated_pattern_excludes_names_that_other_patterns_match(
        string patterns, string name, bool expected) =>
        Assert.Equal(expected, HostPattern.MatchesAny(patterns.Split(','), name));

    [Fact]
    public void A_pattern_with_hundreds_of_stars_is_matched_in_short_time() =>
        Assert.False(HostPattern.Matches(string.Concat(Enumerable.Repeat("*a", 500)) + "b", new string('a', 5000)));
}
