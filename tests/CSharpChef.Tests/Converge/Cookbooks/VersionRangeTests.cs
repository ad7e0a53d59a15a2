using CSharpChef.Converge.Cookbooks.Versions;
using NuGetRange = NuGet.Versioning.VersionRange;
using NuGetVersion = NuGet.Versioning.NuGetVersion;

namespace CSharpChef.Tests.Converge.Cookbooks;

public sealed class VersionRangeTests
{
    private static readonly string[] Versions =
    [
        "0.9", "1", "1.0.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.2", "1.0.0-alpha.10", "1.0.0-Beta", "1.0.0-rc.1",
        "1.0.1", "1.2", "1.2.0.1", "1.10", "2.0.0-beta", "2", "2.0.1+build.7", "10.0",
    ];

    [Fact]
    public void Versions_have_the_order_that_NuGet_gives_them()
    {
        foreach (var (one, other) in Versions.SelectMany(one => Versions.Select(other => (one, other))))
        {
            Assert.Equal(
                Math.Sign(NuGetVersion.Parse(one).CompareTo(NuGetVersion.Parse(other))),
                Math.Sign(SemanticVersion.Parse(one)!.CompareTo(SemanticVersion.Parse(other))));
        }
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("[1.2]")]
    [InlineData("[1.2,2)")]
    [InlineData("(1.0.0,1.10]")]
    [InlineData("(,2)")]
    [InlineData("[1.0.0-alpha.2,)")]
    public void A_range_of_NuGet_contains_the_versions_that_it_contains_for_NuGet(string range) =>
        Assert.Equal(
            Versions.Where(version => NuGetRange.Parse(range).Satisfies(NuGetVersion.Parse(version))),
            Versions.Where(version => VersionRange.Parse(range)!.Contains(SemanticVersion.Parse(version)!)));

    [Theory]
    [InlineData(">= 1.2", "1.2 1.10 10", "1.1.9")]
    [InlineData("> 1.2", "1.2.1", "1.2")]
    [InlineData("<= 1.2, > 1", "1.2 1.1", "1 1.2.1")]
    [InlineData("= 1.2", "1.2.0", "1.2.1")]
    [InlineData("~> 1.2", "1.2 1.99", "2 1.1")]
    [InlineData("~> 1.2.3", "1.2.3 1.2.9", "1.3 1.2.2")]
    [InlineData("~> 1.2-beta.1", "1.2-beta.2 1.5", "2 1.2-alpha")]
    public void Comparisons_contain_the_versions_that_Chef_lets_them_contain(
        string range, string inside, string outside)
    {
        var parsed = VersionRange.Parse(range)!;

        Assert.All(inside.Split(' '), text => Assert.True(parsed.Contains(SemanticVersion.Parse(text)!), text));
        Assert.All(outside.Split(' '), text => Assert.False(parsed.Contains(SemanticVersion.Parse(text)!), text));
    }

    [Theory]
    [InlineData("1.2", "[1.2,)")]
    [InlineData("(1,2]", "(1,2]")]
    [InlineData("[1.2]", "[1.2,1.2]")]
    [InlineData("< 2", "(,2)")]
    [InlineData(">= 1.2, > 1.3, < 3, <= 2", "(1.3,2]")]
    [InlineData("~> 1.2", "[1.2,2)")]
    public void A_range_is_written_as_NuGet_reads_it(string range, string written) =>
        Assert.Equal(written, VersionRange.Parse(range)!.NuGetText);

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("[1.2")]
    [InlineData("(1.2)")]
    [InlineData("[,]")]
    [InlineData("[1,2,3]")]
    [InlineData("1.*")]
    [InlineData(">> 1")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.0.0-01")]
    [InlineData("1.0.0+a b")]
    public void A_text_that_is_not_a_range_is_refused(string text) => Assert.Null(VersionRange.Parse(text));

    [Theory]
    [InlineData("> 2, < 1")]
    [InlineData(">= 1, < 1")]
    [InlineData("~> 1.2, >= 2")]
    [InlineData("= 1, = 2")]
    [InlineData("(1,1)")]
    [InlineData("[1,1)")]
    [InlineData("[2,1]")]
    public void A_range_in_which_no_version_can_be_is_refused(string text) => Assert.Null(VersionRange.Parse(text));

    [Theory]
    [InlineData("debian", "debian", "12", true)]
    [InlineData("debian >= 12", "debian", "12", true)]
    [InlineData("debian >= 12", "debian", "11", false)]
    [InlineData("debian >= 12", "ubuntu", "24.04", false)]
    [InlineData("ubuntu ~> 22.04", "ubuntu", "22.04", true)]
    [InlineData("debian >= 12", "debian", "", false)]
    public void A_platform_is_judged_by_its_id_and_version(string range, string id, string version, bool contains) =>
        Assert.Equal(contains, PlatformRange.Parse(range)!.Contains(id, version));
}
