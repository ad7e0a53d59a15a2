using CSharpChef.Converge.Cookbooks.Repositories;

namespace CSharpChef.Tests.Converge.Cookbooks;

public sealed class GitUrlTests
{
    [Theory]
    [InlineData("https://example.com/x.git?private_token=hidden", "https://example.com/x.git")]
    [InlineData("https://example.com/x.git?a=b&Access-Token=hidden", "https://example.com/x.git")]
    [InlineData("https://user:pa/hidden@example.com/x.git", "https://example.com/x.git")]
    [InlineData("https://user:hid@den@example.com:8443/x.git", "https://example.com:8443/x.git")]
    [InlineData("HTTPS://user:hidden@example.com/x.git", "HTTPS://example.com/x.git")]
    [InlineData("https://abcdefghij0123456789@example.com/x.git", "https://example.com/x.git")]
    [InlineData("ssh://user:hidden@example.com/x.git", "ssh://example.com/x.git")]
    [InlineData("ssh://ghp_hidden@example.com/x.git", "ssh://example.com/x.git")]
    public void A_secret_in_a_URL_is_refused_and_not_shown(string url, string shown)
    {
        Assert.Contains("has a password or token in it", GitUrl.Mistake(url));
        Assert.Equal(shown, GitUrl.Shown(url));
    }

    [Theory]
    [InlineData("user:hidden@127.0.0.1:x")]
    [InlineData("ghp_hidden@example.com:x")]
    public void A_secret_before_a_host_and_path_is_refused_with_the_way_of_ssh(string url)
    {
        Assert.Equal("has a password or token in it: remove it, and let ssh use a key", GitUrl.Mistake(url));
        Assert.DoesNotContain("hidden", GitUrl.Shown(url));
    }

    [Theory]
    [InlineData("ssh://APKAEIBAERJR2EXAMPLE@git.example.com/v1/repos/x")]
    [InlineData("APKAEIBAERJR2EXAMPLE@git.example.com:x")]
    [InlineData("HTTP://example.com/x.git")]
    [InlineData("https://ann@example.com:8443/x@1.git?version=2")]
    [InlineData("https://[::1]:8443/@scope/x.git")]
    [InlineData("https://example.com:8443/@scope/x.git")]
    [InlineData("git@example.com:x.git")]
    [InlineData("box:/a/b@c:d")]
    [InlineData("box:x@y")]
    [InlineData("../a:b@c/x")]
    public void A_URL_without_a_secret_is_taken_as_it_is(string url)
    {
        Assert.Null(GitUrl.Mistake(url));
        Assert.Equal(url, GitUrl.Shown(url));
    }

    [Theory]
    [InlineData("x\0y", "has a control character in it")]
    [InlineData("svn://example.com/x", "has the scheme svn")]
    public void A_URL_that_git_is_not_used_with_is_refused(string url, string expected) =>
        Assert.StartsWith(expected, GitUrl.Mistake(url), StringComparison.Ordinal);
}
