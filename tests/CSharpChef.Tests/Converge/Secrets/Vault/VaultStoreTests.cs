using System.Net;
using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Secrets.Vault;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;

namespace CSharpChef.Tests.Converge.Secrets.Vault;

public sealed class VaultStoreTests : IAsyncLifetime
{
    private const string Canary = "canary-of-the-vault";
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;
    private readonly string home = TemporaryFolder.Create("vault-home-");
    private readonly Dictionary<string, string> variables = [];
    private readonly FakeClock clock = new();
    private readonly VaultDouble vault = new();

    public async ValueTask InitializeAsync()
    {
        vault.Secrets["shop/db"] = Data($$"""{ "password": "{{Canary}}", "port": 5432, "user": { "a": "{{Canary}}" } }""");
        await vault.StartAsync();
        variables["VAULT_ADDR"] = vault.Url;
        variables["VAULT_TOKEN"] = vault.Token;
        variables["VAULT_CACERT"] = vault.Authority.File;
    }

    public async ValueTask DisposeAsync()
    {
        await vault.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task The_keys_of_a_path_are_read_by_one_request_for_its_engine_and_one_for_its_values()
    {
        var store = Store();

        var (password, port) = (
            await store.ReadAsync("secret/shop/db#password", ct), await store.ReadAsync("/secret/shop/db/#port", ct));

        Assert.Equal((Canary, "5432"), (password, port));
        Assert.Equal(["sys/internal/ui/mounts/secret/shop/db", "secret/data/shop/db"], vault.Requests);
    }

    [Fact]
    public async Task The_token_can_be_in_the_file_that_a_login_writes()
    {
        variables.Remove("VAULT_TOKEN");
        await File.WriteAllTextAsync(Path.Combine(home, ".vault-token"), $"{vault.Token}\n", ct);

        Assert.Equal(Canary, await Store().ReadAsync("secret/shop/db#password", ct));
    }

    [Fact]
    public async Task A_namespace_is_sent_with_each_request()
    {
        variables["VAULT_NAMESPACE"] = "team";

        await Store().ReadAsync("secret/shop/db#password", ct);

        Assert.All(vault.Requests, request => Assert.StartsWith("team ", request));
    }

    [Theory]
    [InlineData("secret/shop/db#pasword", "secret/shop/db has no key \"pasword\": did you mean \"password\"?")]
    [InlineData("secret/shop/db#user", "the value of \"user\" in secret/shop/db is not a text")]
    [InlineData("secret/none#key", "there is no secret secret/none")]
    [InlineData("secret/data/shop#key", "there is no secret secret/data/shop: write the path without data/")]
    [InlineData("secret#key", "secret is a secrets engine: name a secret in it, such as secret/shop/db")]
    [InlineData("other/app#key", "the Vault denies to read other/app: the token in VAULT_TOKEN has expired, or its policies do not allow it (preflight capability check returned 403)")]
    [InlineData("secret/shop/db", "write the path and the key: vault:PATH#KEY")]
    [InlineData("secret/shop/db#", "write the path and the key: vault:PATH#KEY")]
    [InlineData("secret/../sys#key", "the path secret/../sys has an empty part, or the part . or ..")]
    public async Task A_place_without_a_secret_is_an_error_that_says_why(string place, string message)
    {
        var error = await ErrorOf(place);

        Assert.StartsWith(message, error.Message);
        Assert.DoesNotContain(Canary, error.ToString());
    }

    [Fact]
    public async Task A_deleted_version_is_named_as_such()
    {
        vault.Secrets["gone"] =
            "!" + """{ "data": { "data": null, "metadata": { "deletion_time": "2026-11-01T00:00:00Z" } } }""";

        Assert.Equal(
            "the newest version of secret/gone was deleted at 2026-11-01T00:00:00Z",
            (await ErrorOf("secret/gone#key")).Message);
    }

    [Fact]
    public async Task A_wrong_token_is_denied_and_named_by_its_place()
    {
        variables["VAULT_TOKEN"] = "wrong-token";

        var error = await ErrorOf("secret/shop/db#password");

        Assert.Contains("denies to read secret/shop/db: the token in VAULT_TOKEN has expired", error.Message);
        Assert.DoesNotContain("wrong-token", error.ToString());
    }

    [Fact]
    public async Task A_sealed_vault_is_an_error_at_once()
    {
        vault.AnswersFirst(503, """{ "errors": ["Vault is sealed"] }""");

        Assert.Equal(
            $"the Vault at {vault.Url} is sealed: unseal it", (await ErrorOf("secret/shop/db#password")).Message);
        Assert.Single(vault.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_answer_that_fails_for_a_moment_is_asked_for_once_more(int status)
    {
        vault.AnswersFirst(status);

        Assert.Equal(Canary, await AfterRetryAsync(Store().ReadAsync("secret/shop/db#password", ct)));
        Assert.Equal(3, vault.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_fails_twice_is_an_error()
    {
        vault.AnswersFirst(502, """{ "errors": ["no leader"] }""", times: 2);

        var error = await Assert.ThrowsAsync<RecipeException>(
            () => AfterRetryAsync(Store().ReadAsync("secret/shop/db#password", ct)));

        Assert.Equal("the Vault answered 502 for secret/shop/db (no leader)", error.Message);
    }

    [Fact]
    public async Task A_vault_that_cannot_be_reached_is_an_error_after_a_second_try()
    {
        variables["VAULT_ADDR"] = $"https://127.0.0.1:{FreePort.Find()}";

        var error = await Assert.ThrowsAsync<SecretStoreException>(
            () => AfterRetryAsync(Store().ReadAsync("secret/shop/db#password", ct)));

        Assert.Equal($"{variables["VAULT_ADDR"]} cannot be reached: Connection refused", error.Message);
    }

    [Fact]
    public async Task A_vault_that_accepts_connections_and_does_not_answer_is_an_error_after_two_time_limits()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        variables["VAULT_ADDR"] = $"http://{listener.LocalEndpoint}";
        var read = Store().ReadAsync("secret/shop/db#password", ct);

        foreach (var wait in new[] { 10_000, 500, 10_000 }.Select(each => TimeSpan.FromMilliseconds(each)))
        {
            await clock.WaitForTimerAsync(wait);
            clock.Advance(wait);
        }

        var error = await Assert.ThrowsAsync<SecretStoreException>(() => read);
        Assert.Equal($"{variables["VAULT_ADDR"]} cannot be reached: it did not answer within 10 s", error.Message);
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused()
    {
        variables.Remove("VAULT_CACERT");

        var error = await ErrorOf("secret/shop/db#password");

        Assert.StartsWith($"the certificate of {vault.Url} is not trusted: ", error.Message);
        Assert.EndsWith("name the file of its authority in VAULT_CACERT", error.Message);
        Assert.Empty(vault.Requests);
    }

    [Fact]
    public async Task A_redirection_is_not_followed_because_it_would_take_the_token_along()
    {
        vault.AnswersFirst(307, "https://elsewhere.example.com:8200/v1/x");

        Assert.Contains("redirects to https://elsewhere.example.com:8200/v1/x, to which the token is not sent",
            (await ErrorOf("secret/shop/db#password")).Message);
    }

    [Fact]
    public async Task An_engine_of_version_1_is_refused_with_what_to_do()
    {
        await using var old = await new VaultDouble { Version = "1" }.StartAsync();
        variables["VAULT_ADDR"] = old.Url;
        variables["VAULT_CACERT"] = old.Authority.File;

        Assert.Equal(
            "secret/ is a KV engine of version 1, and only version 2 is read: upgrade it with vault kv enable-versioning secret/",
            (await ErrorOf("secret/shop/db#password")).Message);
    }

    [Fact]
    public async Task Http_is_used_only_on_the_loopback()
    {
        await using var plain = await new VaultDouble().StartAsync(tls: false);
        plain.Secrets["a"] = Data("""{ "key": "text" }""");
        variables["VAULT_ADDR"] = plain.Url;
        Assert.Equal("text", await Store().ReadAsync("secret/a#key", ct));

        variables["VAULT_ADDR"] = "http://vault.example.com:8200";
        Assert.Equal(
            "VAULT_ADDR is http://vault.example.com:8200: http would send the token readable by others; use https",
            (await ErrorOf("secret/a#key")).Message);
    }

    [Theory]
    [InlineData("VAULT_ADDR", "", "set VAULT_ADDR to the address of the Vault")]
    [InlineData("VAULT_ADDR", "vault.example.com", "VAULT_ADDR is not an https address")]
    [InlineData("VAULT_ADDR", "https://me:canary-of-the-vault@vault.example.com", "VAULT_ADDR has a user name or a password, which a Vault does not take: write only the address, such as https://vault.example.com")]
    [InlineData("VAULT_ADDR", "http://me:canary-of-the-vault@vault.example.com", "VAULT_ADDR has a user name")]
    [InlineData("VAULT_TOKEN", "", "there is no token: set VAULT_TOKEN, or log in with vault login")]
    [InlineData("VAULT_TOKEN", "a\nb", "the token in VAULT_TOKEN has a blank")]
    [InlineData("VAULT_CACERT", "/no/such.pem", "VAULT_CACERT: ")]
    public async Task A_missing_or_wrong_variable_is_named(string name, string value, string message)
    {
        variables[name] = value;

        var error = await ErrorOf("secret/shop/db#password");

        Assert.StartsWith(message, error.Message);
        Assert.DoesNotContain(Canary, error.ToString());
    }

    private static string Data(string values) => $$"""{ "data": { "data": {{values}}, "metadata": {} } }""";

    private VaultStore Store() => new(variables.GetValueOrDefault, home, clock);

    private Task<RecipeException> ErrorOf(string place) =>
        Assert.ThrowsAsync<RecipeException>(() => Store().ReadAsync(place, ct));

    private async Task<string> AfterRetryAsync(Task<string> read)
    {
        await clock.WaitForTimerAsync(TimeSpan.FromMilliseconds(500));
        clock.Advance(TimeSpan.FromMilliseconds(500));
        return await read;
    }
}
