using System.Net;
using System.Text;
using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;
using CSharpChef.FleetTests.Machines;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Stacks.Providers.Local.Host;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks.Providers;
using FleetImage = CSharpChef.FleetTests.Machines.Fleet;
using Machine = CSharpChef.Stacks.Providers.Machine;

namespace CSharpChef.FleetTests.Stacks.Providers;

/// <summary>
/// This host as a provider of machines, with its own folder, bridge and subnet. Its machines are terminated when it is
/// disposed.
/// </summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly string folder;

    private LocalHost(string folder, LocalOptions options) => (this.folder, Options) = (folder, options);

    public LocalOptions Options { get; }

    public LocalMachines Machines => new(Options);

    public string Key => Path.Combine(folder, "key");

    public static async Task<LocalHost> CreateAsync(CancellationToken ct)
    {
        var image = await FleetImage.BuildImageAsync(ct);
        var folder = TemporaryFolder.Create("csharpchef-local-");
        var options = OptionsIn(Path.Combine(folder, "machines"));
        LocalImage.Use(image, options);
        var host = new LocalHost(folder, options);
        (await LocalCommand.RunAsync(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", host.Key], "", ct)).ExpectSuccess("ssh-keygen");
        await File.WriteAllTextAsync(host.Config, "", ct);
        return host;
    }

    public static LocalOptions OptionsIn(string folder) => new()
    {
        Folder = folder,
        Bridge = "cheft",
        Subnet = IPNetwork.Parse("198.19.240.0/24"),
    };

    public MachineOrder Order(string hostname = "web-1") =>
        new(Guid.CreateVersion7().ToString(), 1, hostname) { AuthorizedKeys = [File.ReadAllText($"{Key}.pub").Trim()] };

    /// <summary>Launches a machine and waits until users can log in.</summary>
    public async Task<Machine> StartAsync(MachineOrder order, CancellationToken ct)
    {
        await Machines.LaunchAsync(order, ct);
        if ((await Machines.DescribeAsync(order.Token, ct))!.State is MachineState.Stopped)
        {
            await Machines.StartAsync(order.Token, ct);
        }

        return await SeenAsync(order.Token, MachineState.Running, ct);
    }

    /// <summary>Asks a machine to stop until it has stopped.</summary>
    public async Task StopAsync(string id, CancellationToken ct) => await UntilAsync(async () =>
    {
        await Machines.StopAsync(id, force: false, ct);
        return (await Machines.DescribeAsync(id, ct))!.State is MachineState.Stopped;
    }, ct);

    public async Task<Machine> SeenAsync(string id, MachineState state, CancellationToken ct)
    {
        await UntilAsync(async () => (await Machines.DescribeAsync(id, ct))?.State == state, ct);
        return (await Machines.DescribeAsync(id, ct))!;
    }

    public static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken ct) =>
        Assert.True(await new Poll(TimeProvider.System).UntilAsync(condition, TimeSpan.FromSeconds(60), ct));

    /// <summary>Runs a command as the product does, which trusts only the announced host keys.</summary>
    public async Task<string> RunAsync(Machine machine, string command, CancellationToken ct, bool asRoot = false)
    {
        var answer = Assert.Single(
            await CommandRun.RunAsync(
                [Target(machine)], asRoot ? Session(machine) : CommandRun.WithoutSudo(Session(machine)), _ => command,
                forks: 1, new RunEvents(), ct));
        Assert.True(
            answer.ExitCode == 0, $"{command} ended with {answer.ExitCode}: {answer.Output}{answer.Error?.Message}");
        return answer.Output;
    }

    public async Task<HostReport> ConvergeAsync(Machine machine, string recipe, CancellationToken ct)
    {
        using var recipes = new ScratchRecipes();
        var request = new RunRequest(
            [recipes.AddRecipe(recipe)],
            new RecipeLibrary(new CookbookStore([recipes.Cookbooks]), DiskCache.Default()));
        await using var link = new RealNodeSession(Target(machine), Session(machine), ConvergeMode.Converge, ct);
        return await new ChefRun(request with { Mode = ConvergeMode.Converge }, Target(machine), link).RunAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var id in MachineFolder.Ids(Options).ToList())
        {
            await Machines.TerminateAsync(id, CancellationToken.None);
        }

        Directory.Delete(folder, recursive: true);
    }

    private string Config => Path.Combine(folder, "ssh_config");

    private static Target Target(Machine machine) => new(machine.Address!) { Port = machine.Port };

    private SessionOptions Session(Machine machine)
    {
        var knownHosts = Path.Combine(folder, $"known_hosts-{machine.Id}");
        File.WriteAllLines(knownHosts, machine.HostKeys.Select(key => $"{machine.Address} {key}"));
        var ssh = new SshOptions
        {
            User = MachineDisk.Account,
            Identity = Key,
            KnownHosts = knownHosts,
            HostKeyCheck = HostKeyCheck.Strict,
            ConfigFile = Config
        };
        return new SessionOptions(ssh, new FactsCache(Path.Combine(folder, "facts")));
    }

    /// <summary>What this host still has of the machines, besides base images.</summary>
    public IEnumerable<string> Remains() => Remains(Options);

    private static IEnumerable<string> Remains(LocalOptions options) =>
    [
        .. File.ReadLines("/proc/mounts").Where(line => line.Contains(options.Folder, StringComparison.Ordinal)
            || line.Contains($"/{options.Bridge}-", StringComparison.Ordinal)),
        .. Directory.EnumerateFileSystemEntries("/sys/class/net")
            .Where(link => Path.GetFileName(link).StartsWith(options.Bridge, StringComparison.Ordinal)),
        .. Directory.EnumerateFileSystemEntries("/run/netns")
            .Where(space => Path.GetFileName(space).StartsWith(options.Bridge, StringComparison.Ordinal)),
        .. Directory.EnumerateFileSystemEntries(options.Folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) is not ("machines" or "locks")
                && !path.Contains("/images", StringComparison.Ordinal)),
        .. File.Exists("/usr/sbin/nft") && LocalShell.Run("nft", "list", "tables") is { Code: 0 } tables
            ? Encoding.UTF8.GetString(tables.Output).Split('\n')
                .Where(table => table.EndsWith($"_{options.Bridge}", StringComparison.Ordinal))
            : [],
        .. new MachineGroup(options, "").Paths.Where(Directory.Exists),
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => Command(process).Contains(options.Folder, StringComparison.Ordinal)),
    ];

    private static string Command(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
