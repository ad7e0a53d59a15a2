using CSharpChef.Dependencies.Git;
using LibGit2Sharp;

namespace CSharpChef.Tests.Dependencies.Git;

public sealed class SshDestinationTests
{
    [Theory]
    [InlineData("ssh://ann@box:22/a/b.git", "-p|22|ann@box|git-upload-pack /a/b.git")]
    [InlineData("ssh://box/my%20books", "box|git-upload-pack '/my books'")]
    [InlineData("git+ssh://ann@[::1]:2222/~ann/x", "-p|2222|ann@::1|git-upload-pack '~ann/x'")]
    [InlineData("ann@box:books", "ann@box|git-upload-pack books")]
    [InlineData("box:/my%20books", "box|git-upload-pack /my%20books")]
    [InlineData("ssh://box/'; touch x; '", @"box|git-upload-pack '/'\''; touch x; '\'''")]
    [InlineData("ann@box:a'$(x)", @"ann@box|git-upload-pack 'a'\''$(x)'")]
    public void The_arguments_of_ssh_have_the_port_of_the_URL_and_the_path_as_one_word(string url, string expected) =>
        Assert.Equal(expected, string.Join('|', SshDestination.Parse(url).Arguments("git-upload-pack")));

    [Theory]
    [InlineData("-oProxyCommand=x@box:books")]
    [InlineData("ssh://-oProxyCommand=x/books")]
    [InlineData("ssh://%2doProxyCommand=x/books")]
    [InlineData("ssh://ann@-box/books")]
    [InlineData("ann@box:--exec=x")]
    public void A_host_or_path_that_is_an_option_is_refused(string url) =>
        Assert.Contains("begins with -", Assert.Throws<LibGit2SharpException>(() => SshDestination.Parse(url)).Message);
}
