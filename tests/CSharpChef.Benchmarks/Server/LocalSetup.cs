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

    /// <param name="binary">The program.</param>
    /// <param name="runs">How many times each of them runs, alternately.</param>
    public static async Task<string> RunAsync(string binary, int runs)
    {
        Commands.Fleet("build").Measure();
        var options = new LocalOptions
        {
            Folder = Path.Combine(Repository.Scratch(), "machines"),
            Bridge = "cheftb",
            Subnet = IPNetwork.Parse("198.19.230.0/24"),
        };
        LocalImage.Use(Path.Combine(Repository.FleetHome, "image", "base"), options);
        var times = new List<Times>();
        for (var run = 0; run < runs; run++)
        {
            var (provider, converge) = await AloneAsync(binary, options);
            times.Add(new(provider, converge, await ServedAsync(binary, options)));
        }

        return Table(times);
    }

    private static async Task<(TimeSpan Provider, TimeSpan Converge)> AloneAsync(string binary, LocalOptions options)
    {
        var key = Path.Combine(Repository.Scratch(), "key");
        new MeasuredCommand("ssh-keygen", ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key]).Measure();
        IMachineProvider local = new LocalMachines(options);
        var orders = Enumerable.Range(1, Machines)
            .Select(number => new MachineOrder($"{Guid.NewGuid()}", 1, $"alone{number}")
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
        var converge = Commands.Converge(
            binary, config, machines.Select(machine => machine.Address!), Recipe, "--forks", $"{Machines}") with
        {
            // The server compiles the recipes too.
            Environment = new Dictionary<string, string> { ["XDG_CACHE_HOME"] = folder },
        };
        return converge.Measure().Wall;
    }

    private static async Task<TimeSpan> ServedAsync(string binary, LocalOptions options)
    {
        using var tool = new ServedTool(
            binary, "--local", "--local-folder", options.Folder, "--local-subnet", $"{options.Subnet}",
            "--local-bridge", options.Bridge);
        tool.CreateStack();
        tool.CreateLayer("web", $$"""{"Setup":["{{Recipe}}"]}""");
        await tool.CreateInstancesAsync(Machines, "web");
        var time = tool.Run("stack", "start", "shop", "--wait");
        tool.Run("stack", "stop", "shop", "--wait");
        return time;
    }

    private static string Table(List<Times> times)
    {
        var table = new StringBuilder();
        ServerBenchmark.Head(
            table, $"Start of {Machines} local instances with a Setup of 50 resources, medians of {times.Count}");
        Row("by the server, until all are online", each => each.Served.TotalSeconds);
        Row("the machines alone, by their provider", each => each.Provider.TotalSeconds);
        Row("csharpchef converge alone", each => each.Converge.TotalSeconds);
        ServerBenchmark.Row(
            table, "the share of the server itself",
            string.Create(CultureInfo.InvariantCulture, $"{Median(each => each.Share):P0}"));
        return table.ToString();

        void Row(string name, Func<Times, double> seconds) =>
            ServerBenchmark.Row(table, name, FleetBenchmark.Seconds(Median(seconds)));

        double Median(Func<Times, double> value) => ServerBenchmark.Quantile([.. times.Select(value)], 0.5);
    }

    private sealed record Times(TimeSpan Provider, TimeSpan Converge, TimeSpan Served)
    {
        public double Share => (Served - Provider - Converge) / Served;
    }
}
