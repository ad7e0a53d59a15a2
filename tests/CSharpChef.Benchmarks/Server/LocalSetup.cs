using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.TestSupport.Stacks.Providers;

namespace CSharpChef.Benchmarks.Server;

/// <summary>
/// Compares the start of local instances by a server with what its two parts take alone: the same machines by their
/// provider, and a converge of the same recipe on them.
/// </summary>
internal static class LocalSetup
{
    private const int Machines = 20;
    private const string Recipe = "web-node";

    public static async Task<string> RunAsync(string binary)
    {
        Commands.Fleet("build").Measure();
        var options = new LocalOptions
        {
            Folder = Path.Combine(Repository.Scratch(), "machines"),
            Bridge = "cheftb",
            Subnet = IPNetwork.Parse("198.19.230.0/24"),
        };
        LocalImage.Use(Path.Combine(Repository.FleetHome, "image", "base"), options);
        var (provider, converge) = await AloneAsync(binary, options);
        return Table(provider, converge, Served(binary, options));
    }

    private static async Task<(TimeSpan Provider, TimeSpan Converge)> AloneAsync(string binary, LocalOptions options)
    {
        var key = Path.Combine(Repository.Scratch(), "key");
        new MeasuredCommand("ssh-keygen", ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key]).Measure();
        IMachineProvider local = new LocalMachines(options);
        var orders = Enumerable.Range(1, Machines)
            .Select(number => new MachineOrder($"alone{number}", 1, $"alone{number}")
            {
                AuthorizedKeys = [File.ReadAllText($"{key}.pub").Trim()],
            })
            .ToList();
        try
        {
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(orders.Select(order => local.LaunchAsync(order, default)));
            var machines = await RunningAsync(local, orders);
            return (watch.Elapsed, Converge(binary, machines, key));
        }
        finally
        {
            await Task.WhenAll(orders.Select(order => local.TerminateAsync(order.Token, default)));
        }
    }

    private static async Task<IReadOnlyList<Machine>> RunningAsync(IMachineProvider local, List<MachineOrder> orders)
    {
        while (true)
        {
            var machines = await local.DescribeAllAsync(orders.Select(order => order.Token), default);
            if (machines.All(machine => machine.State == MachineState.Running))
            {
                return machines;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static TimeSpan Converge(string binary, IReadOnlyList<Machine> machines, string key)
    {
        var folder = Repository.Scratch();
        var (config, known) = (Path.Combine(folder, "config"), Path.Combine(folder, "known_hosts"));
        File.WriteAllLines(
            known, machines.SelectMany(machine => machine.HostKeys.Select(hostKey => $"{machine.Address} {hostKey}")));
        File.WriteAllText(config, $"""
            Host *
                User {MachineDisk.Account}
                IdentityFile {key}
                UserKnownHostsFile {known}

            """);
        return Commands.Converge(
            binary, config, machines.Select(machine => machine.Address!), Recipe, "--forks", $"{Machines}").Measure().Wall;
    }

    private static TimeSpan Served(string binary, LocalOptions options)
    {
        using var tool = new ServedTool(
            binary, "--local", "--local-folder", options.Folder, "--local-subnet", $"{options.Subnet}",
            "--local-bridge", options.Bridge);
        tool.CreateStack();
        tool.CreateLayer("web", $$"""{"Setup":["{{Recipe}}"]}""");
        tool.CreateInstances(Machines, "web");
        var time = tool.Run("stack", "start", "shop", "--wait");
        tool.Run("stack", "stop", "shop", "--wait");
        return time;
    }

    private static string Table(TimeSpan provider, TimeSpan converge, TimeSpan served)
    {
        var table = new StringBuilder();
        var share = (served - provider - converge) / served;
        ServerBenchmark.Head(table, $"Start of {Machines} local instances with a Setup of 50 resources");
        ServerBenchmark.Row(table, "by the server, until all are online", FleetBenchmark.Seconds(served.TotalSeconds));
        ServerBenchmark.Row(table, "the machines alone, by their provider", FleetBenchmark.Seconds(provider.TotalSeconds));
        ServerBenchmark.Row(table, "csharpchef converge alone", FleetBenchmark.Seconds(converge.TotalSeconds));
        ServerBenchmark.Row(
            table, "the share of the server itself", string.Create(CultureInfo.InvariantCulture, $"{share:P0}"));
        return table.ToString();
    }
}
