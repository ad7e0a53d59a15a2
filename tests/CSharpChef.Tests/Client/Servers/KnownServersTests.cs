using CSharpChef.Client.Servers;
using CSharpChef.Converge.Errors;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Client.Servers;

/// <summary>The choice of the server for a command, and the file of known servers.</summary>
public sealed class KnownServersTests : IDisposable
{
    private readonly DirectoryInfo folder = new(TemporaryFolder.Create("csharpchef-known-"));
    private readonly Dictionary<string, string> environment = [];
    private readonly KnownServers known;

    public KnownServersTests()
    {
        environment["XDG_CONFIG_HOME"] = folder.FullName;
        known = KnownServers.Open(environment.GetValueOrDefault);
    }

    [Fact]
    public void The_file_of_known_servers_is_readable_by_its_owner_only()
    {
        known.Set("default", new("http://127.0.0.1:1", "ccp_one") { TokenId = "1" });

        Assert.Equal(Path.Combine(folder.FullName, "csharpchef", "servers.json"), known.FilePath);
        Assert.True(OperatingSystem.IsWindows()
            || File.GetUnixFileMode(known.FilePath) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(
            new KnownServer("http://127.0.0.1:1", "ccp_one") { TokenId = "1" }, Assert.Single(known.Read()).Value);
    }

    [Fact]
    public void An_unreadable_file_of_known_servers_ends_with_advice_to_log_in_again()
    {
        known.Set("default", new("http://127.0.0.1:1", "ccp_one"));
        File.WriteAllText(known.FilePath, "{\"default\": 1}");

        Assert.Contains(
            "log in again", Assert.Throws<UsageException>(() => known.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_profile_the_only_known_server_is_used_or_the_profile_default()
    {
        known.Set("work", new("http://127.0.0.1:1", "ccp_work"));
        Assert.Equal("ccp_work", Choice.Find(null, null).Token);

        known.Set("default", new("http://127.0.0.1:2", "ccp_default"));
        Assert.Equal("ccp_default", Choice.Find(null, null).Token);
        Assert.Equal("ccp_work", Choice.Find("work", null).Token);

        environment["CSHARPCHEF_PROFILE"] = "work";
        Assert.Equal("ccp_work", Choice.Find(null, null).Token);
    }

    [Fact]
    public void A_named_profile_takes_precedence_over_the_environment_and_that_over_the_default_profile()
    {
        known.Set("default", new("http://127.0.0.1:1", "ccp_file"));
        (environment["CSHARPCHEF_URL"], environment["CSHARPCHEF_TOKEN"], environment["CSHARPCHEF_CA"]) =
            ("https://chef:8443", "ccp_environment", "ca.pem");

        var found = Choice.Find(null, null);

        Assert.Equal(
            ("https://chef:8443/", "ccp_environment", "ca.pem"), (found.Url.ToString(), found.Token, found.CaFile));
        Assert.Equal("ccp_file", Choice.Find("default", null).Token);
    }

    [Fact]
    public void A_server_named_by_the_environment_is_called_with_AWS_access_keys()
    {
        environment["CSHARPCHEF_URL"] = "http://127.0.0.1:3";
        environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder.FullName, "credentials");
        File.WriteAllText(environment["AWS_SHARED_CREDENTIALS_FILE"], """
            # mine
            [other]
            aws_access_key_id=AKIAOTHER

            [default]
            aws_access_key_id = AKIAFILE
            aws_secret_access_key = a=b
            """);

        Assert.Equal(("AKIAFILE", "a=b"), (Choice.Find(null, null).Key!.Id, Choice.Find(null, null).Key!.Secret));

        (environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"]) = ("AKIAVARIABLE", "c");
        Assert.Equal("AKIAVARIABLE", Choice.Find(null, null).Key!.Id);

        environment.Remove("AWS_ACCESS_KEY_ID");
        environment["AWS_PROFILE"] = "other";
        Assert.Contains(
            "[other]", Assert.Throws<UsageException>(() => Choice.Find(null, null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "csharpchef login URL")]
    [InlineData("work", null, "csharpchef login URL --profile work")]
    [InlineData(null, "http://127.0.0.1:4", "set CSHARPCHEF_TOKEN")]
    [InlineData(null, "chef.example.com", "chef.example.com is not the address of a server")]
    [InlineData(null, "http://ann:hush@chef/", "chef/ is not the address of a server")]
    public void Without_a_usable_server_the_error_says_how_to_name_one(string? profile, string? url, string expected)
    {
        environment["CSHARPCHEF_URL"] = url ?? "";

        var error = Assert.Throws<UsageException>(() => Choice.Find(profile, null));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private ServerChoice Choice => new(known, environment.GetValueOrDefault);
}
