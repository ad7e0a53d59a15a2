using System.CommandLine;
using System.Net;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Web.Serving;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Options;

/// <summary>The options of a server that say where its machines come from.</summary>
internal sealed class ServeMachineOptions
{
    private readonly Option<string?> provider = new("--provider")
    {
        HelpName = "NAME",
        Description = "The provider of machines for stacks that name none, such as local.",
    };

    private readonly Option<bool> local = new("--local")
    {
        Description = "Make machines on this host, for development: recipes are root in them. Needs root.",
    };

    private readonly Option<bool> nat = new("--local-nat")
    {
        Description = "Let machines of this host reach the networks that it reaches, with its name servers.",
    };

    private readonly Option<string?> folder = new("--local-folder")
    {
        HelpName = "DIR",
        Description = "The folder of images and machines of this host.",
    };

    private readonly Option<string?> subnet = new("--local-subnet")
    {
        HelpName = "NETWORK",
        Description = "The subnet of machines of this host, such as 10.88.0.0/16.",
    };

    private readonly Option<string?> bridge = new("--local-bridge")
    {
        HelpName = "NAME",
        Description = "The network bridge of machines of this host: at most seven lower-case letters and digits.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { provider, local, nat, folder, subnet, bridge })
        {
            command.Options.Add(option);
        }
    }

    public MachineOptions Read(ParseResult parsed) => new()
    {
        Provider = parsed.GetValue(provider),
        Local = parsed.GetValue(local) ? Local(parsed) : WithoutLocal(parsed),
    };

    private LocalOptions? WithoutLocal(ParseResult parsed) =>
        new Option[] { nat, folder, subnet, bridge }
            .FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } alone
            ? throw new UsageException($"{alone.Name} has no effect without --local: add it, or leave {alone.Name} out.")
            : null;

    private LocalOptions Local(ParseResult parsed)
    {
        var defaults = new LocalOptions();
        return new()
        {
            Nat = parsed.GetValue(nat),
            Folder = parsed.GetValue(folder) is { } path ? Path.GetFullPath(path) : defaults.Folder,
            Bridge = parsed.GetValue(bridge) ?? defaults.Bridge,
            Subnet = parsed.GetValue(subnet) is { } text ? Network(text) : defaults.Subnet,
        };
    }

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : throw new UsageException(
            $"--local-subnet {text} is not a network: write an address and its length, such as 10.88.0.0/16.");
}
