using System.Net;
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
using CSharpChef.TestSupport;
using Machine = CSharpChef.Stacks.Providers.Machine;

namespace CSharpChef.FleetTests.Stacks.Providers;

/// <summary>
/// This host as a provider of machines, with its own folder, bridge and subnet. Its machines are destroyed when it is
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
        var image = await Fleet.BuildImageAsync(ct);
        var folder = TemporaryFolder.Create("csharpchef-local-");
        var options = new LocalOptions
        {
            Folder = Path.Combine(folder, "machines"),
            Bridge = "cheft",
            Subnet = IPNetwork.Parse("198.19.240.0/24"),
            BaseImage = image,
        };
        var host = new LocalHost(folder, options);
        (await LocalCommand.RunAsync(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", host.Key], "", ct)).ExpectSuccess("ssh-keygen");
        await File.WriteAllTextAsync(host.Config, "", ct);
        return host;
    }

    public MachineOrder Order(string hostname = "web-1") =>
        new(Guid.CreateVersion7().ToString(), hostname) { AuthorizedKeys = [File.ReadAllText($"{Key}.pub").Trim()] };

    public async Task<Machine> StartAsync(MachineOrder order, CancellationToken ct) =>
        await Machines.StartAsync(order, ct);

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
        foreach (var machine in MachineFolder.Records(Options).ToList())
        {
            await Machines.DestroyAsync(machine.Id, CancellationToken.None);
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
}
