using CSharpChef.Dependencies.Git;
using CSharpChef.Recipes;
using LibGit2Sharp;

namespace CSharpChef.Tests.Dependencies.Git;

public sealed class GitAccessTests
{
    private const string Url = "https://git.example.com:8443/cookbooks.git";

    private static readonly UsernamePasswordCredentials Known = new() { Username = "ann", Password = "known" };

    [Fact]
    public void The_token_of_the_host_comes_first_and_then_what_git_knows()
    {
        var access = new GitAccess(
            name => name == "CSHARPCHEF_GIT_TOKEN_GIT_EXAMPLE_COM" ? "secret" : null, url => url == Url ? Known : null);

        var credentials = access.Credentials(Url);

        Assert.Equal("secret", Assert.IsType<UsernamePasswordCredentials>(Ask()).Password);
        Assert.Same(Known, Ask());
        Assert.Contains("set CSHARPCHEF_GIT_TOKEN_GIT_EXAMPLE_COM to a token", Assert.Throws<RecipeException>(Ask).Message);

        Credentials Ask() => credentials(Url, null, SupportedCredentialTypes.UsernamePassword);
    }

    [Fact]
    public void A_token_is_not_sent_over_plain_http_or_to_another_host()
    {
        var access = new GitAccess(_ => "secret", _ => null);

        Assert.Throws<RecipeException>(() => access.Credentials("http://git.example.com/x")("http://git.example.com/x", null, default));
        Assert.Contains(
            "leads to other.example.com, which asks for a login",
            Assert.Throws<RecipeException>(() => access.Credentials(Url)("https://other.example.com/x", null, default)).Message);
    }

    [Theory]
    [InlineData("https://ann@git.example.com/x", "ann")]
    [InlineData("https://git.example.com/x", "x-access-token")]
    public void A_token_is_sent_with_the_user_of_the_URL(string url, string user)
    {
        var access = new GitAccess(_ => "secret", _ => null);

        var credentials = access.Credentials(url)(url, null, SupportedCredentialTypes.UsernamePassword);

        Assert.Equal(user, Assert.IsType<UsernamePasswordCredentials>(credentials).Username);
    }
}
