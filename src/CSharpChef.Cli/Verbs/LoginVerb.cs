using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Records;
using CSharpChef.Client.Servers;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Users;
using CSharpChef.Stacks.Users.Keys;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef login</c></summary>
internal static class LoginVerb
{
    public static Command Create()
    {
        var url = new Argument<string>("URL") { Description = "The server, such as https://chef.example.com:8443." };
        var credentials = new Option<string?>("--credentials")
        {
            Description = "An AWS credentials file with an access key. Default: ask for the key."
        };
        var token = new Option<bool>("--token-stdin")
        {
            Description = "Read an existing token from standard input."
        };
        var server = new ProfileOptions();
        var command = new Command("login", """
            Log in to a server.
            Creates a token with an access key and stores the token for later commands. Keys and tokens are never arguments,
            since all users of a machine can read those.

            Examples:
              csharpchef login http://127.0.0.1:8800 --credentials /var/lib/csharpchef/credentials
              csharpchef login https://chef.example.com:8443 --profile work --ca authority.pem
              pass chef-token | csharpchef login https://chef.example.com:8443 --token-stdin
            """);
        command.Arguments.Add(url);
        command.Options.Add(credentials);
        command.Options.Add(token);
        server.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var ca = server.Ca(parsed) is { } file ? Path.GetFullPath(file) : null;
            var address = ServerAccess.Parse(parsed.GetValue(url)!);
            Warn(address);
            var knownServer = parsed.GetValue(token)
                ? await CheckAsync(address, await Console.In.ReadLineAsync(ct), ca, ct)
                : await MakeAsync(
                    new ServerAccess(address) { Key = Key(parsed.GetValue(credentials)), CaFile = ca }, ct);
            return Store(server.Known, server.Profile(parsed) ?? ServerChoice.DefaultProfile, knownServer);
        });
        return command;
    }

    private static void Warn(Uri address)
    {
        if (ServerAccess.IsUnencrypted(address))
        {
            Console.Error.WriteLine(
                Color.Yellow($"{address} is not encrypted: anyone on the network path can read the token"));
        }
    }

    private static KeyPair Key(string? file) => file is not null
        ? CredentialsIni.Read(file)
        : new KeyPair(Ask.HiddenLine("access key id: "), Ask.HiddenLine("secret access key: "));

    private static async Task<KnownServer> MakeAsync(ServerAccess access, CancellationToken ct)
    {
        using var api = new ApiClient(access, TimeProvider.System);
        var request = new JsonObject
        {
            [nameof(CreateToken.Request.Comment)] = $"csharpchef login on {Environment.MachineName}",
        };
        var newToken = await ((ServerCall)api.CallAsync).ReadAsync(
            nameof(CreateToken), request, ClientJson.Default.NewToken, ct);
        return new KnownServer(access.Url.ToString(), newToken.Token)
        {
            TokenId = newToken.TokenId,
            Ca = access.CaFile,
        };
    }

    private static async Task<KnownServer> CheckAsync(Uri url, string? token, string? ca, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new UsageException("standard input holds no token");
        }

        using var api = new ApiClient(new ServerAccess(url) { Token = token.Trim(), CaFile = ca }, TimeProvider.System);
        await api.CallAsync(nameof(DescribeMyUserProfile), null, ct);
        return new KnownServer(url.ToString(), token.Trim()) { Ca = ca };
    }

    private static int Store(KnownServers known, string profile, KnownServer made)
    {
        known.Set(profile, made);
        var name = profile == ServerChoice.DefaultProfile ? "" : $" as {profile}";
        Console.Error.WriteLine($"logged in to {made.Url}{name}; the token is in {known.FilePath}");
        return 0;
    }
}
