using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies.Packages;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Packages;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Tests.Dependencies.Packages;

[WholeSuite]
public sealed class HttpFeedTests : PackageTests, IAsyncLifetime
{
    private HttpFeed http = null!;

    public async ValueTask InitializeAsync()
    {
        WithLibrary("Tools", "1.0.0");
        WithLibrary("Acme", "1.0.0", "Tools 1.0.0");
        http = await HttpFeed.StartAsync(Feed);
        Cookbooks.With("nuget.config", Feed.ConfigFor(http.Url));
        Recipe("#:package Acme@1.0.0\nLog(Acme.Info.Version);");
    }

    public async ValueTask DisposeAsync()
    {
        await http.DisposeAsync();
        Dispose();
    }

    [Fact]
    public async Task Packages_of_a_feed_over_http_are_locked_and_used()
    {
        Assert.Equal(["+ package Acme 1.0.0", "+ package Tools 1.0.0"], (await InstallAsync()).Changes);

        Assert.Equal("Acme 1.0.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task A_feed_that_does_not_know_of_vulnerabilities_and_deprecations_is_silent()
    {
        http.AddVulnerability("acme", "[1.0,2.0)", 0, "https://example.com/advisory").HasAdvice = false;

        Assert.Empty((await InstallAsync()).Warnings);
    }

    [Theory, WholeSuite]
    [InlineData("/vulnerabilities/index.json")]
    [InlineData("/vulnerabilities/base.json")]
    [InlineData("/registration/acme/index.json")]
    public async Task A_feed_that_does_not_answer_what_it_knows_is_a_warning_and_the_packages_are_locked(string path)
    {
        Fail(path, StatusCodes.Status500InternalServerError);

        var result = await InstallAsync();

        Assert.StartsWith(
            $"vulnerable and deprecated packages are not known: the feed {http.Url} gave no answer about ",
            Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, result.Packages.Count);
    }

    [Theory]
    [InlineData("/index.json")]
    [InlineData("/flat/acme/index.json")]
    [InlineData("/flat/acme/1.0.0/acme.1.0.0.nupkg")]
    public async Task A_feed_that_answers_with_an_error_is_asked_twice_and_then_named_with_the_package(string path)
    {
        Fail(path, StatusCodes.Status500InternalServerError);

        var error = await Assert.ThrowsAsync<ConnectionException>(InstallAsync);

        Assert.Equal(4, error.ExitCode);
        Assert.StartsWith($"the feed {http.Url} gave no answer about Acme: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("500", error.Message, StringComparison.Ordinal);
        Assert.InRange(http.Asked.Count(each => each == path), 2, 4);
        Assert.False(File.Exists(LockFile));
    }

    [Theory]
    [InlineData("/index.json", "not JSON")]
    [InlineData("/index.json", "{}")]
    [InlineData("/flat/acme/index.json", "not JSON")]
    [InlineData("/flat/acme/index.json", "[1]")]
    public async Task A_feed_whose_answer_makes_no_sense_is_named_with_the_package(string path, string answer)
    {
        Answer(path, answer);

        var error = await Assert.ThrowsAsync<ConnectionException>(InstallAsync);

        Assert.StartsWith($"the feed {http.Url} gave no answer about Acme: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/registration/acme/index.json", "not JSON")]
    [InlineData("/registration/acme/index.json", "[1]")]
    [InlineData("/vulnerabilities/index.json", "not JSON")]
    [InlineData("/vulnerabilities/base.json", "[1]")]
    public async Task Advice_that_makes_no_sense_is_a_warning_and_the_packages_are_locked(string path, string answer)
    {
        Answer(path, answer);

        var result = await InstallAsync();

        Assert.StartsWith(
            "vulnerable and deprecated packages are not known: ", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, result.Packages.Count);
    }

    [Fact]
    public async Task A_feed_that_never_answers_is_asked_twice_and_then_named_with_the_package()
    {
        http.Instead = async (context, path) =>
        {
            if (path == "/flat/acme/index.json")
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            return false;
        };
        using var feeds = PackageFeeds.Near(Cookbooks["web"]);
        feeds.TimeLimit = TimeSpan.FromSeconds(0.3);

        var error = await Assert.ThrowsAsync<ConnectionException>(() => feeds.VersionsAsync("Acme", Ct));

        Assert.Equal($"the feed {http.Url} gave no answer about Acme: none within 0.3 s, twice", error.Message);
        Assert.Equal(2, http.Asked.Count(each => each == "/flat/acme/index.json"));
    }

    [Fact]
    public async Task A_version_that_the_feed_got_a_moment_ago_is_found()
    {
        Cookbooks.With("web/recipes/default.csx", "#:package Acme@1.*\nLog(Acme.Info.Version);");
        await InstallAsync();
        Feed.WithLibrary("Tools", "1.1.0", "public class X;");
        WithLibrary("Acme", "1.2.0", "Tools 1.1.0");

        Assert.Equal("1.2.0", Assert.Single((await OutdatedPackagesAsync()).Outdated).Newest);
        Assert.Equal(
            ["~ package Acme 1.0.0 -> 1.2.0", "~ package Tools 1.0.0 -> 1.1.0"], (await InstallAsync(null)).Changes);
    }

    [Fact]
    public async Task A_locked_package_that_the_feed_got_a_moment_ago_is_fetched()
    {
        WithLibrary("Acme", "1.2.0", "Tools 1.0.0");
        Recipe("#:package Acme@1.2.0\nLog(Acme.Info.Version);");
        await InstallAsync();
        Directory.Delete(Feed.Installed, recursive: true);
        File.Move($"{Feed.Packages}/Acme.1.2.0.nupkg", Cookbooks["later.nupkg"]);
        using (var feeds = PackageFeeds.Near(Cookbooks["web"]))
        {
            Assert.Single(await feeds.VersionsAsync("Acme", Ct));
        }

        File.Move(Cookbooks["later.nupkg"], $"{Feed.Packages}/Acme.1.2.0.nupkg");

        await FetchPackagesAsync();

        Assert.Equal("Acme 1.2.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task A_feed_that_refuses_us_is_an_error_of_the_configuration()
    {
        Fail("/index.json", StatusCodes.Status403Forbidden);

        var error = await Assert.ThrowsAsync<RecipeException>(InstallAsync);

        Assert.Equal($"the feed {http.Url} refuses us: give nuget.config the credentials for it", error.Message);
    }

    [Theory]
    [InlineData("not a package")]
    [InlineData("")]
    public async Task A_damaged_package_is_an_error_with_feed_and_package_and_is_not_installed(string content)
    {
        Answer("/flat/acme/1.0.0/acme.1.0.0.nupkg", content);

        var error = await Assert.ThrowsAsync<RecipeException>(InstallAsync);

        Assert.StartsWith($"the package Acme of the feed {http.Url} is damaged: ", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Feed.Installed, "acme", "1.0.0")));
    }

    [Fact]
    public async Task Two_processes_that_install_at_once_leave_complete_packages()
    {
        using var tool = new CSharpChef.TestSupport.CommandLines.Tool();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(
            _ => tool.RunAsync("cookbook", "install", "--path", Cookbooks["web"])));

        Assert.All(outcomes, outcome => outcome.Exits(0));
        Assert.Equal("Acme 1.0.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    private void Answer(string answered, string text) => http.Instead = async (context, path) =>
    {
        if (path == answered)
        {
            await context.Response.WriteAsync(text);
        }

        return path == answered;
    };

    private void Fail(string failing, int code) => http.Instead = (context, path) =>
    {
        if (path == failing)
        {
            context.Response.StatusCode = code;
        }

        return Task.FromResult(path == failing);
    };
}
