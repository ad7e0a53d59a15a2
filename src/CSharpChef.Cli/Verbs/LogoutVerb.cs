using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Servers;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Users.Keys;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef logout</c></summary>
internal static class LogoutVerb
{
    public static Command Create()
    {
        var server = new ProfileOptions();
        var command = new Command("logout", """
            Revoke and forget the token that login created.

            Examples:
              csharpchef logout
              csharpchef logout --profile work
            """);
        server.AddTo(command);
        command.SetAction(
            (parsed, ct) => RunAsync(
                server.Known, server.Profile(parsed) ?? ServerChoice.DefaultProfile, server.Ca(parsed), ct));
        return command;
    }

    // Removed first: whatever the server answers, later commands do not use the token.
    private static async Task<int> RunAsync(
        KnownServers known, string profile, string? ca, CancellationToken ct)
    {
        if (!known.Read().TryGetValue(profile, out var server))
        {
            throw new UsageException($"{known.FilePath} has no profile {profile}: there is nothing to log out of");
        }

        known.Remove(profile);
        if (server.TokenId is { } id)
        {
            using var api = new ApiClient(server.Access(ca), TimeProvider.System);
            await api.CallAsync(nameof(DeleteToken), new JsonObject { [nameof(DeleteToken.Request.TokenId)] = id }, ct);
        }

        Console.Error.WriteLine(
            $"logged out of {server.Url}{(server.TokenId is null ? "; the token was created elsewhere and is not revoked" : "")}");
        return 0;
    }
}
