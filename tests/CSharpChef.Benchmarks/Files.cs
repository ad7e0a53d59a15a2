using System.Globalization;

namespace CSharpChef.Benchmarks;

/// <summary>Scenarios of any number of unchanged files.</summary>
internal static class Files
{
    private const string Recipe = "files";
    private const int DefaultCount = 50;

    public static Scenario OnOneHost(string binary, int count)
    {
        var (config, host, folder) = (Repository.SshConfig(), Repository.Host(1), Repository.Scratch());
        var (script, attributes) = (StateScript(folder, count), AttributesFile(folder, count));
        return new Scenario($"{count} unchanged files, one host",
        [
            Commands.SshScript(config, host, script),
            Commands.Converge(binary, config, [host], Recipe, "--attributes", attributes),
        ])
        {
            Before =
            [
                Commands.Fleet("up", host[1..], "-i", "base"),
                Commands.Converge(binary, config, [host], Recipe, "--attributes", attributes),
            ],
        };
    }

    public static Scenario OnHosts(string binary, int count)
    {
        var (config, folder) = (Repository.SshConfig(), Repository.Scratch());
        var (script, attributes) = (StateScript(folder, DefaultCount), AttributesFile(folder, DefaultCount));
        var hosts = Enumerable.Range(1, count).Select(i => $"l{i}").ToList();
        return new Scenario($"{DefaultCount} unchanged files, {count} hosts at once",
        [
            Commands.ParallelScript(config, hosts, script),
            Commands.Converge(binary, config, hosts, Recipe, "--attributes", attributes, "--forks", $"{count}"),
        ])
        {
            MaxRuns = 5,
            Before = [LiteHosts(count), Commands.Converge(binary, config, hosts, Recipe, "--attributes", attributes)],
        };
    }

    public static Scenario OnNames(string binary, int count)
    {
        var folder = Repository.Scratch();
        var hosts = (int)Math.Ceiling(count / 10.0);
        var (config, attributes) = (SshConfigOfNames(folder, count, hosts), AttributesFile(folder, DefaultCount));
        return new Scenario($"{DefaultCount} unchanged files, {count} names of {hosts} hosts",
        [
            Commands.Converge(binary, config, Enumerable.Range(1, count)
                .Select(i => $"m{i}"), Recipe, "--attributes", attributes, "--wait"),
        ])
        {
            MaxRuns = 1,
            Remark = "*peak MB* shows how much memory a run of many hosts needs.",
            Before = [LiteHosts(hosts)],
        };
    }

    private static string SshConfigOfNames(string folder, int count, int hosts) =>
        WriteFile(folder, "ssh_config", string.Concat(Enumerable.Range(0, count)
        .Select(i => $"Host m{i + 1}\n  HostName {Repository.LiteAddress((i % hosts) + 1)}\n")) + $"""
        Host m*
          User root
          IdentityFile {Repository.FleetHome}/key
          UserKnownHostsFile {Repository.FleetHome}/known_hosts

        """);

    private static MeasuredCommand LiteHosts(int count) => Commands.Fleet("up", $"{count}", "-k", "lite", "-i", "base");

    private static string AttributesFile(string folder, int count) =>
        WriteFile(folder, "attributes.json", $"{{ \"files\": {{ \"count\": {count} }} }}");

    // The lower bound reads the same state with as few processes as possible.
    private static string StateScript(string folder, int count) =>
        WriteFile(folder, "state.sh", string.Create(CultureInfo.InvariantCulture, $$"""
        cd /srv/files || exit
        i=0
        set --
        while [ $i -lt {{count}} ]; do set -- "$@" "f$i"; i=$((i + 1)); done
        sha256sum -- "$@"
        stat -c '%n %f %u %g' -- "$@"

        """));

    private static string WriteFile(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
