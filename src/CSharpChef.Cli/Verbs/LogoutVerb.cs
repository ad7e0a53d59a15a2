using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Servers;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Operations;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef logout</c></summary>
internal static class LogoutVerb
{
    public static Command Create()
    {
        var server = new ServerOptionSet();
        var command = new Command("logout", """
            Revokes the token that csharpchef login made, and forgets it.

            Examples:
              csharpchef logout
              csharpchef logout --profile work
            """);
        server.AddTo(command);
        command.SetAction(
            (parsed, ct) => RunAsync(server.Profile(parsed) ?? ServerChoice.UsualProfile, server.Ca(parsed), ct));
        return command;
    }

    // Forgotten first: whatever the server says, the token is not used here any more.
    private static async Task<int> RunAsync(string profile, string? ca, CancellationToken ct)
    {
        var known = ServerChoice.Here.Known;
        if (!known.Read().TryGetValue(profile, out var server))
        {
            throw new UsageException($"{known.FilePath} has no profile {profile}: there is nothing to log out of");
        }

        known.Remove(profile);
        if (server.TokenId is { } id)
        {
            using var api = new ApiClient(server.Access(ca), TimeProvider.System);
            await api.CallAsync($"{Operation.Own}.DeleteToken", new JsonObject { ["TokenId"] = id }, ct);
        }

        Console.Error.WriteLine(
            $"logged out of {server.Url}{(server.TokenId is null ? "; the token was made elsewhere, and is not revoked" : "")}");
        return 0;
    }
}
