using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Options;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Names;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.OpenSsh;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns.Machines;

/// <summary><c>csharpchef instance ssh</c></summary>
internal static class InstanceSshVerb
{
    public static Command Create()
    {
        var (server, words) = (new ProfileOptions(), new Argument<string[]>("INSTANCE")
        {
            Description = "The hostname or id of the instance; after --, options of ssh and a command.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => [.. result.Tokens.Select(token => token.Value)],
        });
        var stack = new Option<string?>("--stack")
        {
            Description = "The stack to look in, by name or id. Default: the only stack.",
        };
        var user = new Option<string?>("--user", "-l")
        {
            Description = "The account to log in as. Default: the SshUsername of your user.",
            HelpName = "NAME",
        };
        var command = new Command("ssh", """
            Logs in to the machine of an instance with your own ssh.
            ssh accepts only the host keys that the server knows of the machine. Its exit code is that of ssh.

            Examples:
              csharpchef instance ssh web1
              csharpchef instance ssh web1 -- uptime
              csharpchef instance ssh web1 -- -L 8080:localhost:80
            """);
        command.Arguments.Add(words);
        Option[] options = [stack, user];
        Array.ForEach(options, command.Options.Add);
        server.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            using var api = server.Client(parsed);
            var connection = await ConnectionAsync(api, parsed.GetValue(words)![0], parsed.GetValue(stack), ct);
            return await SshLogin.RunAsync(
                Program(), Login(connection, parsed.GetValue(user)), [.. parsed.GetValue(words)!.Skip(1)], ct);
        });
        return command;
    }

    private static async Task<JsonObject> ConnectionAsync(
        ApiClient api, string name, string? stack, CancellationToken ct)
    {
        var names = new NameResolver(api);
        var id = NameResolver.IsId(name)
            ? name
            : await names.FindAsync(
                Reference.Instance, name,
                stack is null ? await names.OnlyStackAsync(ct) : await names.StackAsync(stack, ct), ct);
        return await api.CallAsync("DescribeInstanceConnection", new() { ["InstanceId"] = id }, ct);
    }

    private static string Program() => OpenSshProgram.Find()
        ?? throw new UsageException("there is no ssh on this machine: install OpenSSH's client");

    /// <exception cref="ConvergeException">The machine or the account of the user is not known.</exception>
    private static SshLogin Login(JsonObject connection, string? user)
    {
        var hostname = Text(connection, "Hostname")!;
        if (Text(connection, "Address") is not { } address || connection["HostKeys"]!.AsArray() is not { Count: > 0 } keys)
        {
            throw new ConvergeException($"{hostname} has no machine that the server knows: start the instance, or register its machine with csharpchef instance register");
        }

        return user is not null || connection["AllowSsh"]!.GetValue<bool>()
            ? new(hostname, address, connection["Port"]!.GetValue<int>(), user ?? Text(connection, "SshUsername")!)
            {
                HostKeys = [.. keys.Select(key => key!.GetValue<string>())],
            }
            : throw new ConvergeException(
                $"you have no account on {hostname}: ask for AllowSsh (csharpchef permission set USER show --allow-ssh true), or name another account with -l");
    }

    private static string? Text(JsonObject answer, string member) => answer[member]?.GetValue<string>();
}
