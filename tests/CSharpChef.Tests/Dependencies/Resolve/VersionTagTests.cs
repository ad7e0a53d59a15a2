using CSharpChef.Dependencies.Resolve;

namespace CSharpChef.Tests.Dependencies.Resolve;

public sealed class VersionTagTests
{
    [Theory]
    [InlineData("v1.0", "v0.9 v1.0 v1.9 v1.10 v2.0-beta", "v1.10")]
    [InlineData("1.0", "1.1 v1.2 web-v3", "1.1")]
    [InlineData("web2-v1.0", "web2-v1.1 web3-v2.0", "web2-v1.1")]
    [InlineData("releases/1.0-beta.1", "releases/1.0-beta.2 releases/0.9", "releases/1.0-beta.2")]
    [InlineData("v1.0", "v1.0 v0.9 latest", null)]
    [InlineData("latest", "v1.0", null)]
    public void The_newest_tag_is_the_latest_version_among_those_with_the_same_prefix(
        string tag, string tags, string? expected) => Assert.Equal(expected, VersionTag.Newest(tag, tags.Split(' ')));
}
