using System.CommandLine;
using System.CommandLine.Completions;
using System.Runtime.CompilerServices;
using CSharpChef.Cli.Inventory;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Fleet;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.OpenSsh;
using CSharpChef.Converge.Sudo;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Options;

/// <summary>The options that choose machines and how to connect to them.</summary>
internal sealed class TargetOptions
{
    private readonly Argument<string[]> targets;

    private readonly Option<string?> inventory = new("--inventory", "-i")
    {
        Description =
            "A JSON file of hosts and groups, or a program that prints one. Default: the environment variable CSHARPCHEF_INVENTORY, else the one in csharpchef.json.",
        HelpName = "FILE",
    };

    private readonly Option<string?> identity = new("--identity")
    {
        Description = "The private key to log in with.",
        HelpName = "FILE"
    };

    private readonly Option<string?> sshConfig = new("--ssh-config")
    {
        Description = "The file to read instead of ~/.ssh/config and /etc/ssh/ssh_config.",
        HelpName = "FILE",
    };

    private readonly Option<string?> knownHosts = new("--known-hosts")
    {
        Description = "The file of known host keys. Default: as for ssh.",
        HelpName = "FILE"
    };

    private readonly Option<string?> hostKeyCheck = new("--host-key-check")
    {
        Description =
            "strict accepts only known host keys; accept-new also stores the key of a new host. A changed key is always refused.",
        HelpName = "strict|accept-new",
    };

    private readonly Option<string?> kex = new("--kex")
    {
        Description =
            "classic prefers curve25519 to the post-quantum key exchange and saves 80 ms of CPU per connection.",
        HelpName = "default|classic",
    };

    private readonly Option<string> transport = new("--transport")
    {
        Description =
            "builtin, or openssh: your own ssh program. Default: openssh for a machine whose settings in ssh_config only ssh honours, such as ProxyCommand.",
        HelpName = "auto|builtin|openssh",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<bool> sudo = new("--sudo")
    {
        Description = "Run as root with sudo. Default on remote machines, unless the login user is root."
    };
    private readonly Option<bool> noSudo = new("--no-sudo") { Description = "Run as the login user." };

    private readonly Option<bool> askPassword = new("--ask-sudo-password", "-K")
    {
        Description =
            "Ask for the sudo password. Default: the environment variable CSHARPCHEF_SUDO_PASSWORD, if set.",
    };

    private readonly Option<int?> forks = new("--forks")
    {
        Description = "How many machines to run at once. Default: all, up to 25 per processor, or 50.",
        HelpName = "N",
    };

    private readonly Option<string?> timeout = new("--timeout")
    {
        Description = "How long to wait for a connection, such as 10s or 1m. Default: as in ssh_config, else 10s.",
        HelpName = "TIME",
    };

    private readonly ConditionalWeakTable<ParseResult, Task<HostInventory>> inventories = [];

    public TargetOptions(bool single = false, bool required = true)
    {
        targets = new Argument<string[]>("TARGET")
        {
            Description =
                "Machines: local, [user@]host[:port], or from the inventory a name, a pattern such as 'web*', an @group, or @all.",
            Arity = single ? ArgumentArity.ExactlyOne : required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
            CustomParser = result => [.. result.Tokens.Select(token => token.Value)],
        };
        targets.CompletionSources.Add(context => FileCompletions
            .Targets(
                context.ParseResult, context.ParseResult.GetValue(inventory), context.ParseResult.GetValue(sshConfig))
            .Select(word => new CompletionItem(word)));
        hostKeyCheck.AcceptOnlyFromAmong("strict", "accept-new");
        kex.AcceptOnlyFromAmong("default", "classic");
        transport.AcceptOnlyFromAmong("auto", "builtin", "openssh");
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(targets);
        Option[] options =
        [
            inventory,
            identity,
            sshConfig,
            knownHosts,
            hostKeyCheck,
            transport,
            kex,
            sudo,
            noSudo,
            askPassword,
            forks,
            timeout
        ];
        Array.ForEach(options, command.Options.Add);
        command.Validators.Add(result =>
        {
            if (result.GetValue(sudo) && result.GetValue(noSudo))
            {
                result.AddError("--sudo and --no-sudo exclude each other");
            }
        });
    }

    /// <summary>Adds the options that choose an inventory, and under which account its hosts are known.</summary>
    public void AddInventoryTo(Command command)
    {
        command.Options.Add(inventory);
        command.Options.Add(sshConfig);
        command.Options.Add(transport);
    }

    public Task<IReadOnlyList<Target>> TargetsAsync(ParseResult parsed, CancellationToken ct) =>
        TargetsAsync(Names(parsed), parsed, ct);

    public async Task<IReadOnlyList<Target>> TargetsAsync(
        IEnumerable<string> names, ParseResult parsed, CancellationToken ct)
    {
        var hosts = await InventoryAsync(parsed, ct);
        return [.. names.SelectMany(hosts.Find).DistinctBy(target => target.Name)];
    }

    /// <summary>The nodes that recipes see: the hosts of the inventory; without one, those of the run.</summary>
    public async Task<INodeSource> NodesAsync(
        ParseResult parsed, IReadOnlyList<Target> hosts, CancellationToken ct)
    {
        var all = await InventoryAsync(parsed, ct);
        return NodesOf(() => all.IsGiven ? all.Targets : hosts, parsed);
    }

    /// <summary>The hosts of the inventory.</summary>
    /// <exception cref="UsageException">There is no inventory.</exception>
    public async Task<IReadOnlyList<Node>> InventoryNodesAsync(ParseResult parsed, CancellationToken ct)
    {
        var all = await InventoryAsync(parsed, ct);
        return all.IsGiven
            ? NodesOf(() => all.Targets, parsed).All
            : throw new UsageException(
                $"there is no inventory: name its file with --inventory FILE, or in {ProjectFile.Name}");
    }

    private TargetNodes NodesOf(Func<IEnumerable<Target>> targets, ParseResult parsed) =>
        new(targets, FactsCache.OfUser(), () => Ssh(parsed)) { ConnectionWords = ConnectionWords(parsed) };

    // An inventory may be a program, which runs once.
    private Task<HostInventory> InventoryAsync(ParseResult parsed, CancellationToken ct) =>
        inventories.GetValue(parsed, _ => LoadInventoryAsync(parsed, ct));

    private async Task<HostInventory> LoadInventoryAsync(ParseResult parsed, CancellationToken ct)
    {
        var project = ProjectOptions.Of(parsed);
        var taken = InventoryChoice.Of(parsed.GetValue(inventory), project);
        if (taken is not null)
        {
            ProjectOptions.Tell(parsed, $"inventory: {ShownPath.Of(taken.Path)} ({taken.From})");
        }

        if (taken is { IsOfProject: true })
        {
            ProjectCheck.RequireInventory(project!);
        }

        var hosts = (await InventoryFile.LoadAsync(taken?.Path, ct)).With(
            project?.Groups ?? ProjectGroups.None,
            host => SshConfigEntries.Has(host, parsed.GetValue(sshConfig), LocalAccount.Current));
        if (CookbookOptions.AreOf(parsed.CommandResult.Command))
        {
            NoteUnusedGroups(hosts, project);
        }

        return hosts;
    }

    private static void NoteUnusedGroups(HostInventory hosts, ProjectFile? project)
    {
        foreach (var group in hosts.UnusedGroups())
        {
            Console.Error.WriteLine($"{project!.PlaceOf($"groups.{group.Name}")}: {hosts.NoteOfUnused(group)}");
        }
    }

    public IReadOnlyList<string> Names(ParseResult parsed) => parsed.GetValue(targets) ?? [];

    public int Forks(ParseResult parsed, int hosts) => new FleetOptions { Forks = Forks(parsed) }.ForksFor(hosts);

    public int? Forks(ParseResult parsed) => parsed.GetValue(forks) switch
    {
        null => null,
        >= 1 and var count => count,
        var count => throw new UsageException($"--forks {count}: write a number of at least 1"),
    };

    public SessionOptions Session(ParseResult parsed) => new(Ssh(parsed), FactsCache.OfUser())
    {
        Sudo = parsed.GetValue(noSudo) ? SudoUse.Never : parsed.GetValue(sudo) ? SudoUse.Always : SudoUse.WhereNeeded,
        ConnectionWords = ConnectionWords(parsed),
        SudoPassword = parsed.GetValue(askPassword)
            ? Ask.HiddenLine("sudo password: ")
            : Environment.GetEnvironmentVariable("CSHARPCHEF_SUDO_PASSWORD"),
    };

    /// <summary>The given options that choose how to connect, as they are typed.</summary>
    public string ConnectionWords(ParseResult parsed)
    {
        Option[] texts = [inventory, identity, sshConfig, knownHosts, hostKeyCheck, transport, kex, timeout];
        Option[] switches = [sudo, noSudo, askPassword];
        return string.Concat(texts.Concat(switches)
            .Where(option => parsed.GetResult(option) is { Implicit: false })
            .SelectMany(option => parsed.GetResult(option)!.Tokens.Select(token => token.Value).Prepend(option.Name))
            .Select(word => $" {ShellQuote.Word(word)}"));
    }

    private SshOptions Ssh(ParseResult parsed) => new()
    {
        Identity = parsed.GetValue(identity),
        KnownHosts = parsed.GetValue(knownHosts),
        HostKeyCheck = parsed.GetValue(hostKeyCheck) switch
        {
            "strict" => HostKeyCheck.Strict,
            "accept-new" => HostKeyCheck.AcceptNew,
            _ => null,
        },
        KeyExchange = parsed.GetValue(kex) == "classic" ? KeyExchange.Classic : KeyExchange.Default,
        ConfigFile = parsed.GetValue(sshConfig),
        ConnectTimeout = parsed.GetValue(timeout) is { } text ? Duration.Parse("--timeout", text) : null,
        Transport = parsed.GetValue(transport) switch
        {
            "builtin" => Transport.Builtin,
            "openssh" => Transport.OpenSsh,
            _ => Transport.Auto,
        },
        Program = OpenSshProgram.Find(),
        OnDetail = OutputOptions.IsVerbose(parsed) ? (host, text) => Console.Error.WriteLine($"{host}: {text}") : null,
        AskPassphrase = Ask.Passphrase,
    };
}
