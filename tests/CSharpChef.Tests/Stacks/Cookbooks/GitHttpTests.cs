using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Tests.Dependencies.Git;

namespace CSharpChef.Tests.Stacks.Cookbooks;

/// <summary>Repositories on a real HTTP server, by git's own http-backend.</summary>
public sealed class GitHttpTests : CookbookSourcesTests
{
    private const string Token = "hidden-token";

    public GitHttpTests()
    {
        Options = new() { Hosts = [Loopback] };
        Repository.With("web/recipes/default.csx", "1").Commit("v1").With("web/recipes/default.csx", "2").Commit();
    }

    private string Parent => Path.GetDirectoryName(Repository.Folder)!;

    [Theory]
    [InlineData(null, "2")]
    [InlineData("main", "2")]
    [InlineData("v1", "1")]
    public async Task A_branch_or_tag_is_fetched_without_its_history(string? revision, string content)
    {
        await using var server = await GitHttpServer.StartAsync(Parent);

        var version = await FetchAsync(Source(server.Url) with { Revision = revision });

        Assert.Equal(content, await File.ReadAllTextAsync(Path.Combine(version.Folder, "web/recipes/default.csx"), Ct));
        Assert.Contains("deepen 1", string.Join('\n', server.Bodies));
    }

    [Fact]
    public async Task A_state_is_fetched_after_its_branch_moved_on()
    {
        await using var server = await GitHttpServer.StartAsync(Parent);
        var sources = Sources();
        var resolved = await sources.ResolveAsync(Source(server.Url), null, Ct);
        Repository.With("web/recipes/default.csx", "3").Commit();

        var version = await sources.FetchAsync(Stack, Source(server.Url), resolved, Ct);

        Assert.Equal("2", await File.ReadAllTextAsync(Path.Combine(version.Folder, "web/recipes/default.csx"), Ct));
    }

    [Fact]
    public async Task Fifty_that_ask_at_once_fetch_once()
    {
        // A fetch without history asks twice: for the end of the history, and for the objects.
        await using var server = await GitHttpServer.StartAsync(Parent);
        var sources = Sources();
        var resolved = await sources.ResolveAsync(Source(server.Url), null, Ct);
        var before = server.Bodies.Count;

        await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => sources.FetchAsync(Stack, Source(server.Url), resolved, Ct)));

        Assert.Equal(2, server.Bodies.Skip(before).Count(body => body.Contains("want ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("someone", Token, null)]
    [InlineData(null, Token, null)]
    [InlineData(null, null, $"someone:{Token}@")]
    public async Task A_login_is_that_of_the_source_or_of_its_URL(string? user, string? password, string? login)
    {
        await using var server = await GitHttpServer.StartAsync(Parent, token: Token);
        var source = Source(server.Url.Replace("://", $"://{login}", StringComparison.Ordinal)) with
        {
            Username = user,
            Password = password is null ? null : Secret.New(password),
        };

        var version = await FetchAsync(source);

        Assert.Equal(["web"], version.Cookbooks);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_is_an_error_without_the_password()
    {
        await using var server = await GitHttpServer.StartAsync(Parent, token: Token);
        var source = Source(server.Url) with { Username = "someone", Password = Secret.New("wrong-secret") };

        var error = await FailAsync(source);

        Assert.Contains("refused the login of the source (status 401)", error.Message);
        Assert.DoesNotContain("wrong-secret", error.ToString());
    }

    [Fact]
    public async Task A_login_that_is_missing_is_asked_for()
    {
        await using var server = await GitHttpServer.StartAsync(Parent, token: Token);

        var error = await FailAsync(Source(server.Url));

        Assert.Contains("asks for a login, and the source has none", error.Message);
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(404, 3)]
    public async Task An_error_of_the_server_tells_whether_to_try_again(int status, int code)
    {
        await using var server = await GitHttpServer.StartAsync(Parent, status: status);

        Assert.Equal(code, (await FailAsync(Source(server.Url))).ExitCode);
    }

    [Fact]
    public async Task A_loopback_address_that_is_not_allowed_is_refused()
    {
        await using var server = await GitHttpServer.StartAsync(Parent);
        Options = new();

        Assert.Contains("serve --allow-source-host 127.0.0.1", (await FailAsync(Source(server.Url))).Message);
        Assert.Empty(server.Bodies);
    }

    [Fact]
    public async Task A_name_with_a_loopback_address_is_refused()
    {
        await using var server = await GitHttpServer.StartAsync(Parent);
        Names["cookbooks.example.com"] = Loopback;

        var error = await FailAsync(Source(server.Url.Replace(Loopback, "cookbooks.example.com", StringComparison.Ordinal)));

        Assert.Contains("cookbooks.example.com has the address 127.0.0.1", error.Message);
        Assert.Empty(server.Bodies);
    }

    [Fact]
    public async Task A_name_that_the_operator_allows_may_have_a_loopback_address()
    {
        await using var server = await GitHttpServer.StartAsync(Parent);
        Names["cookbooks.example.com"] = Loopback;
        Options = new() { Hosts = ["cookbooks.example.com"] };

        var version = await FetchAsync(Source(server.Url.Replace(Loopback, "cookbooks.example.com", StringComparison.Ordinal)));

        Assert.Equal(["web"], version.Cookbooks);
    }

    [Fact]
    public async Task A_fetch_that_receives_more_than_the_limit_ends()
    {
        var noise = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(2_000_000));
        Repository.With("web/noise", noise).Commit();
        await using var server = await GitHttpServer.StartAsync(Parent);
        Limits = new() { Bytes = 1024 * 1024 };

        Assert.Contains("more than 1 MB, which is the limit", (await FailAsync(Source(server.Url))).Message);
        Assert.Empty(Kept());
    }

    private Source Source(string server) =>
        new() { Type = SourceType.Git, Url = $"{server}/{Path.GetFileName(Repository.Folder)}/.git" };
}
