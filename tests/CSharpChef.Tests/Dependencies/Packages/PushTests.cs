using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Packages;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Tests.Dependencies.Packages;

[WholeSuite]
public sealed class PushTests : DependencyTests, IAsyncLifetime
{
    private readonly FolderFeed feed = new();
    private HttpFeed http = null!;

    private string Package => Path.Combine(feed.Packages, "tools.1.0.0.nupkg");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(feed.Packages);
        http = await HttpFeed.StartAsync(feed);
        Cookbooks.With("nuget.config", feed.ConfigFor(http.Url)).With("tools/cookbook.json", """{ "version": "1.0.0" }""");
    }

    public async ValueTask DisposeAsync()
    {
        await http.DisposeAsync();
        feed.Dispose();
        Dispose();
    }

    [Theory]
    [InlineData("local")]
    [InlineData("URL")]
    public async Task A_package_is_pushed_to_a_server_that_nuget_config_names(string source)
    {
        (await PublishAsync(source)).Exits(0).Prints("tools.1.0.0 published to ");

        Assert.True(File.Exists(Package));
    }

    [Fact]
    public async Task A_server_without_encryption_that_nuget_config_does_not_allow_gets_nothing()
    {
        Cookbooks.With("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");

        (await PublishAsync("URL")).Exits(3)
            .Prints($"the feed {http.Url} is reached without encryption", "allowInsecureConnections=\"true\"")
            .DoesNotPrint("published");
        Assert.Empty(http.Asked);
    }

    [Fact]
    public async Task A_version_that_the_server_has_is_refused_with_what_to_do()
    {
        (await PublishAsync("local")).Exits(0);

        (await PublishAsync("local")).Exits(3)
            .Prints($"the feed {http.Url} has tools.1.0.0.nupkg already: raise the version in cookbook.json");
    }

    [Fact]
    public async Task A_push_without_the_key_is_refused_and_names_where_the_key_comes_from()
    {
        http.PushKey = "right";

        (await PublishAsync("local")).Exits(3)
            .Prints($"the feed {http.Url} refuses the login: give it a key", "CSHARPCHEF_NUGET_KEY");
        Assert.False(File.Exists(Package));
    }

    [Theory]
    [InlineData(StatusCodes.Status400BadRequest, 3)]
    [InlineData(StatusCodes.Status403Forbidden, 3)]
    [InlineData(StatusCodes.Status413PayloadTooLarge, 3)]
    [InlineData(StatusCodes.Status429TooManyRequests, 4)]
    [InlineData(StatusCodes.Status500InternalServerError, 4)]
    [InlineData(StatusCodes.Status503ServiceUnavailable, 4)]
    public async Task A_refusal_of_the_server_has_exit_code_3_and_its_failure_4(int status, int code)
    {
        Fail("/push/", status);

        (await PublishAsync("local")).Exits(code).Prints($"the feed {http.Url} ").DoesNotPrint("published");
    }

    [Theory]
    [InlineData(StatusCodes.Status401Unauthorized, 3)]
    [InlineData(StatusCodes.Status500InternalServerError, 4)]
    public async Task A_server_that_does_not_say_where_to_push_is_an_error(int status, int code)
    {
        Fail("/index.json", status);

        (await PublishAsync("local")).Exits(code).Prints($"the feed {http.Url} ").DoesNotPrint("published");
    }

    [Fact]
    public async Task A_server_that_takes_no_packages_is_named()
    {
        http.TakesPackages = false;

        (await PublishAsync("local")).Exits(3).Prints($"the feed {http.Url} takes no packages");
    }

    [Fact]
    public async Task A_push_has_the_credentials_of_nuget_config()
    {
        http.Login = "me:secret";
        Cookbooks.With("nuget.config", FeedLoginTests.WithCredentials(
            feed.ConfigFor(http.Url), "<add key=\"ClearTextPassword\" value=\"secret\" />"));

        (await PublishAsync("URL")).Exits(0);

        Assert.True(File.Exists(Package));
    }

    [Fact]
    public async Task An_encrypted_key_that_this_system_cannot_decrypt_is_refused_with_what_to_do()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows decrypts keys");
        Cookbooks.With("nuget.config", feed.ConfigFor(http.Url).Replace(
            "</configuration>", $"<apikeys><add key=\"{http.Url}\" value=\"AQAAANCM\" /></apikeys></configuration>",
            StringComparison.Ordinal));

        (await PublishAsync("local")).Exits(3)
            .Prints("nuget.config has an encrypted key for the feed", "CSHARPCHEF_NUGET_KEY");
    }

    private void Fail(string failing, int code) => http.Instead = (context, path) =>
    {
        if (path == failing)
        {
            context.Response.StatusCode = code;
        }

        return Task.FromResult(path == failing);
    };

    private Task<CommandOutcome> PublishAsync(string source) => CommandLine.RunAsync(
        "cookbook", "publish", "--path", Cookbooks["tools"], "--source", source == "URL" ? http.Url : source);
}
