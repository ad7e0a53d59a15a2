using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Dependencies.Packages;

[WholeSuite]
public sealed class FeedLoginTests : DependencyTests, IAsyncLifetime
{
    private const string Variable = "CSHARPCHEF_TEST_FEED_PASSWORD";

    private readonly FolderFeed feed = new();
    private HttpFeed http = null!;

    public async ValueTask InitializeAsync()
    {
        feed.With("Tools", "1.0.0", ("x", ""));
        http = await HttpFeed.StartAsync(feed);
        http.Login = "me:secret";
        Depend("""{ "tools": { "nuget": "Tools" } }""");
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        await http.DisposeAsync();
        feed.Dispose();
        Dispose();
    }

    [Theory]
    [InlineData("secret", null)]
    [InlineData($"%{Variable}%", "secret")]
    public async Task A_password_in_clear_text_or_in_a_variable_logs_in_to_the_feed(string password, string? variable)
    {
        Environment.SetEnvironmentVariable(Variable, variable);
        Login($"<add key=\"ClearTextPassword\" value=\"{password}\" />");

        Assert.Equal(["+ tools 1.0.0"], (await InstallAsync()).Changes);
    }

    [Fact]
    public async Task A_wrong_password_is_an_error_of_the_configuration_that_does_not_show_it()
    {
        Login("<add key=\"ClearTextPassword\" value=\"mistyped\" />");

        var error = await Assert.ThrowsAsync<RecipeException>(InstallAsync);

        Assert.Equal($"the feed {http.Url} refuses us: give nuget.config the credentials for it", error.Message);
        Assert.DoesNotContain("mistyped", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_password_that_this_system_cannot_decrypt_is_refused_with_what_to_do()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows decrypts passwords");
        Login("<add key=\"Password\" value=\"AQAAANCMnd8BFdERjHoAwE\" />");

        Assert.Equal(
            "nuget.config has an encrypted Password for the feed local, which only Windows can decrypt: write <add key=\"ClearTextPassword\" value=\"%VARIABLE%\" /> there, and put the password into that environment variable",
            (await Assert.ThrowsAsync<RecipeException>(InstallAsync)).Message);
    }

    /// <summary>A nuget.config with the credentials of its feed, which is called local.</summary>
    internal static string WithCredentials(string config, string password) => config.Replace(
        "</configuration>",
        $"<packageSourceCredentials><local><add key=\"Username\" value=\"me\" />{password}</local></packageSourceCredentials></configuration>",
        StringComparison.Ordinal);

    private void Login(string password) =>
        Cookbooks.With("nuget.config", WithCredentials(feed.ConfigFor(http.Url), password));
}
