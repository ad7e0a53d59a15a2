using System.CommandLine;
using System.Net;
using CSharpChef.Cli.Options;
using CSharpChef.Client.Names;
using CSharpChef.Converge.Errors;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns.Machines;

/// <summary><c>csharpchef instance register</c></summary>
internal sealed class InstanceRegisterVerb
{
    private readonly TargetOptions targets = new(single: true);
    private readonly ProfileOptions server = new();
    private readonly Option<string?> stack = new("--stack")
    {
        Description = "The stack, by name or id. Default: the only stack.",
        HelpName = "STACK",
    };

    private readonly Option<string?> hostname = new("--hostname")
    {
        Description = "The hostname in the stack. Default: that of the machine.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> layers = new("--layers")
    {
        Description = "Layers to assign the machine to afterwards, by name or id.",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "LAYER",
    };

    private readonly Option<string?> address = new("--address")
    {
        Description = "The IP address at which the server reaches the machine. Default: that of your own connection.",
        HelpName = "IP",
    };

    private readonly Option<int?> port = new("--port")
    {
        Description = "The port at which the server reaches sshd. Default: that of your own connection.",
        HelpName = "N",
    };

    private readonly Option<bool> replace = new("--replace")
    {
        Description = "Take the machine over from another stack, whose server then cannot log in any more.",
    };

    private readonly Option<bool> noWait = new("--no-wait")
    {
        Description = "Do not wait until the server has logged in.",
    };

    public static Command Create() => new InstanceRegisterVerb().Build();

    private Command Build()
    {
        var command = new Command("register", """
            Registers an existing machine with a stack.
            Logs in with your own ssh and makes on the machine the account csharpchef, which has the key of the stack and may
            use sudo. Then the server logs in with that key, and accepts only the host keys that you have seen. The machine
            stands by until it is assigned to layers. It may run again, such as when an address has changed.

            Examples:
              csharpchef instance register deploy@192.0.2.7 --stack shop
              csharpchef instance register web7 --stack shop --layers web -K
            """);
        targets.AddTo(command);
        Option[] options = [stack, hostname, layers, address, port, replace, noWait];
        Array.ForEach(options, command.Options.Add);
        server.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private string? Address(ParseResult parsed) =>
        parsed.GetValue(address) is not { } text || IPAddress.TryParse(text, out _)
            ? parsed.GetValue(address)
            : throw new UsageException($"--address '{text}' is not an IP address");

    private int? Port(ParseResult parsed) =>
        parsed.GetValue(port) is not { } number || number is >= IPEndPoint.MinPort + 1 and <= IPEndPoint.MaxPort
            ? parsed.GetValue(port)
            : throw new UsageException($"--port {number} is not a port: it must be between 1 and {IPEndPoint.MaxPort}");

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        using var api = server.Client(parsed);
        var names = new NameResolver(api);
        var stackId = parsed.GetValue(stack) is { } text
            ? await names.StackAsync(text, ct)
            : await names.OnlyStackAsync(ct);
        var layerIds = new List<string>();
        foreach (var layer in parsed.GetValue(layers) ?? [])
        {
            layerIds.Add(await names.FindAsync(Reference.Layer, layer, stackId, ct));
        }

        var found = await targets.TargetsAsync(parsed, ct);
        var registration = new Registration(api.CallAsync, stackId)
        {
            Hostname = parsed.GetValue(hostname),
            Address = Address(parsed),
            Port = Port(parsed),
            Replaces = parsed.GetValue(replace),
        };
        var instance = await registration.RegisterAsync(
            found is [var one] ? one : throw new UsageException("name one machine: csharpchef instance register USER@HOST"),
            targets.Session(parsed), ct);
        return parsed.GetValue(noWait) && layerIds.Count == 0
            ? 0
            : await new RegistrationWait(api.CallAsync, instance).RunAsync(layerIds, ct);
    }
}
