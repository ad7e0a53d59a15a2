using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>Login and logout.</summary>
[Collection(ServedPlane.Name)]
public sealed class LoginTests(ServedPlane server)
{
    [Fact]
    public async Task Login_creates_a_token_and_logout_revokes_it()
    {
        (await server.LoginAsync("once")).Exits(0).Prints("logged in to", "as once").DoesNotPrint("ccp_");
        var storedServers = await File.ReadAllTextAsync(
            server["csharpchef/servers.json"], TestContext.Current.CancellationToken);
        var once = System.Text.Json.JsonDocument.Parse(storedServers).RootElement
            .GetProperty("once");
        var id = once.GetProperty("tokenId").GetString()!;
        (await server.RunAsync("token", "list")).Exits(0).Prints(id, "csharpchef login on");

        (await CommandLine.RunAsync("logout", "--profile", "once")).Exits(0).Prints("logged out of");

        (await server.RunAsync("token", "list")).Exits(0).DoesNotPrint(id);
        (await CommandLine.RunAsync("stack", "list", "--profile", "once")).Exits(2).Prints("there is no profile once");
        (await CommandLine.RunAsync("logout", "--profile", "once")).Exits(2).Prints("nothing to log out of");
    }

    [Fact]
    public async Task Login_with_an_unknown_access_key_fails()
    {
        var ini = "[default]\naws_access_key_id=AKIANOBODY\naws_secret_access_key=hush\n";
        await File.WriteAllTextAsync(server["wrong"], ini, TestContext.Current.CancellationToken);

        (await CommandLine.RunAsync("login", server.Url, "--credentials", server["wrong"], "--profile", "wrong"))
            .Exits(1)
            .Prints("Exception)")
            .DoesNotPrint("hush");
    }

    [Fact]
    public async Task Login_to_an_invalid_address_is_a_usage_error() =>
        (await CommandLine.RunAsync("login", "chef")).Exits(2).Prints("https://chef.example.com:8443");
}
