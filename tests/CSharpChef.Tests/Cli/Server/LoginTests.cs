using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>Login and logout.</summary>
[Collection(ServedPlane.Name)]
public sealed class LoginTests(ServedPlane server)
{
    [Fact]
    public async Task Login_creates_a_token_and_logout_revokes_it()
    {
        (await server.LoginAsync("once")).With(0).Says("logged in to", "as once").DoesNotSay("ccp_");
        var knownServers = await File.ReadAllTextAsync(
            server["csharpchef/servers.json"], TestContext.Current.CancellationToken);
        var once = System.Text.Json.JsonDocument.Parse(knownServers).RootElement.GetProperty("once");
        var id = once.GetProperty("tokenId").GetString()!;
        (await server.RunAsync("token", "list")).With(0).Says(id, "csharpchef login on");

        (await CommandLine.RunAsync("logout", "--profile", "once")).With(0).Says("logged out of");

        (await server.RunAsync("token", "list")).With(0).DoesNotSay(id);
        (await CommandLine.RunAsync("stack", "list", "--profile", "once")).With(2).Says("there is no profile once");
        (await CommandLine.RunAsync("logout", "--profile", "once")).With(2).Says("nothing to log out of");
    }

    [Fact]
    public async Task Login_with_an_unknown_access_key_fails()
    {
        var ini = "[default]\naws_access_key_id=AKIANOBODY\naws_secret_access_key=hush\n";
        await File.WriteAllTextAsync(server["wrong"], ini, TestContext.Current.CancellationToken);

        (await CommandLine.RunAsync("login", server.Url, "--credentials", server["wrong"], "--profile", "wrong"))
            .With(1)
            .Says("Exception)")
            .DoesNotSay("hush");
    }

    [Fact]
    public async Task Login_to_an_invalid_address_is_a_usage_error() =>
        (await CommandLine.RunAsync("login", "chef")).With(2).Says("https://chef.example.com:8443");
}
