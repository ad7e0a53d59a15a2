using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.FleetTests.Machines;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Chaos;

/// <summary>
/// Runs the chaos recipe on one machine, also as a process that can be killed.
/// </summary>
internal sealed class ChaosRun : IDisposable
{
    private static readonly string[] Roots = [Source("cookbooks"), Source("../../CSharpChef.Benchmarks/cookbooks")];
    private readonly int instance;
    private readonly string scratch = TemporaryFolder.Create("csharpchef-chaos-");
    private readonly RecipeLibrary recipes = new(new CookbookStore(Roots), DiskCache.Default());

    private readonly string transport;

    /// <param name="instance">The machine.</param>
    /// <param name="transport">The value of --transport.</param>
    public ChaosRun(int instance, string transport) => (this.instance, this.transport) = (instance, transport);

    /// <summary>Mounts a small disk, and removes the files of earlier series.</summary>
    public Task PrepareAsync(CancellationToken ct) => Fleet.ExecAsync(
        instance,
        "umount /srv/chaos/small 2>/dev/null; rm -rf /srv/chaos /var/lib/csharpchef; mkdir -p /srv/chaos/small; "
            + "echo 'tmpfs /srv/chaos/small tmpfs size=1m 0 0' >/etc/fstab; mount -t tmpfs -o size=1m tmpfs /srv/chaos/small",
        ct);

    public async Task<HostReport> RunAsync(int round, CancellationToken ct)
    {
        var target = Machine.Target(instance);
        var times = new SshTimes
        {
            Connect = TimeSpan.FromSeconds(15),
            PingInterval = TimeSpan.FromSeconds(1),
            PingDeadline = TimeSpan.FromSeconds(3)
        };
        var session = new SessionOptions(
            Machine.Ssh(transport) with
            {
                Times = times,
                ConnectTimeout = times.Connect,
            },
            new FactsCache(Path.Combine(scratch, "facts")))
        {
            WaitForOtherRun = true,
            ReconnectLimit = TimeSpan.FromMinutes(1),
        };
        var request = new RunRequest(
            [RunListItem.Parse("chaos")],
            recipes)
        {
            Attributes = [new AttributeLevel("round", Attributes(round))],
        };
        await using var link = new RealNodeSession(target, session, ConvergeMode.Converge, ct);
        return await new ChefRun(request, target, link).RunAsync(ct);
    }

    /// <summary>Starts the run as a process, and kills it after a while.</summary>
    public async Task RunAndKillAsync(int round, TimeSpan after, CancellationToken ct)
    {
        var attributes = Path.Combine(scratch, "attributes.json");
        await File.WriteAllTextAsync(attributes, Attributes(round).ToJsonString(), ct);
        string[] arguments =
        [
            Path.Combine(
                AppContext.BaseDirectory,
                "csharpchef.dll"), "converge", Fleet.Name(instance), "-r", "chaos", "--ssh-config", Fleet.SshConfig,
            "--transport", transport, "--attributes", attributes, .. Roots.SelectMany(root => new[] { "--cookbooks", root }),
        ];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.Delay(after + TimeSpan.FromMilliseconds(400), ct);
        process.Kill();
        await process.WaitForExitAsync(ct);
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private static JsonObject Attributes(int round) => new() { ["chaos"] = new JsonObject { ["round"] = round } };

    private static string Source(string below, [CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, below));
}
