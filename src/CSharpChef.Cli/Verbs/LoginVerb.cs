using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Servers;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Operations;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef login</c></summary>
internal static class LoginVerb
{
    public static Command Create()
    {
        var url = new Argument<string>("URL") { Description = "The server, like https://chef.example.com:8443." };
        var credentials = new Option<string?>("--credentials")
        {
            Description = "A file of AWS clients with an access key; it is asked for if not given."
        };
        var token = new Option<bool>("--token-stdin")
        {
            Description = "Read a token that was made before from standard input."
        };
        var server = new ServerOptionSet();
        var command = new Command("login", """
            Makes a token at a server with an access key, and keeps it for the commands after this one.
            Neither key nor token is ever an argument: all users of a machine can read those.

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
            var made = parsed.GetValue(token)
                ? await CheckAsync(address, await Console.In.ReadLineAsync(ct), ca, ct)
                : await MakeAsync(
                    new ServerAccess(address) { Key = Key(parsed.GetValue(credentials)), CaFile = ca }, ct);
            return Keep(server.Profile(parsed) ?? ServerChoice.UsualProfile, made);
        });
        return command;
    }

    private static void Warn(Uri address)
    {
        if (ServerAccess.IsOpen(address))
        {
            Console.Error.WriteLine(
                Paint.Yellow($"{address} is not encrypted: whoever is on the way can read the token"));
        }
    }

    private static KeyPair Key(string? file) => file is not null
        ? CredentialsIni.Read(file)
        : new KeyPair(Ask.Hidden("access key id: "), Ask.Hidden("secret access key: "));

    private static async Task<KnownServer> MakeAsync(ServerAccess access, CancellationToken ct)
    {
        using var api = new ApiClient(access, TimeProvider.System);
        var answer = await api.CallAsync(
            $"{Operation.Own}.CreateToken", new JsonObject
            {
                ["Comment"] = $"csharpchef login on {Environment.MachineName}"
            }, ct);
        var (token, id) = (answer["Token"]!.GetValue<string>(), answer["TokenId"]!.GetValue<string>());
        return new KnownServer(access.Url.ToString(), token) { TokenId = id, Ca = access.CaFile };
    }

    private static async Task<KnownServer> CheckAsync(Uri url, string? token, string? ca, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new UsageException("there is no token on standard input");
        }

        using var api = new ApiClient(new ServerAccess(url) { Token = token.Trim(), CaFile = ca }, TimeProvider.System);
        await api.CallAsync($"{Operation.OpsWorks}.DescribeMyUserProfile", null, ct);
        return new KnownServer(url.ToString(), token.Trim()) { Ca = ca };
    }

    private static int Keep(string profile, KnownServer made)
    {
        var known = ServerChoice.Here.Known;
        known.Set(profile, made);
        var name = profile == ServerChoice.UsualProfile ? "" : $" as {profile}";
        Console.Error.WriteLine($"logged in to {made.Url}{name}; the token is in {known.FilePath}");
        return 0;
    }
}
