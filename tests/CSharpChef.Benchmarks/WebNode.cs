using System.Globalization;

namespace CSharpChef.Benchmarks;

/// <summary>Scenarios of a web node of 50 unchanged resources.</summary>
internal static class WebNode
{
    private const string Recipe = "web-node";
    private const string ClassicKeyExchange = "-o KexAlgorithms=curve25519-sha256";

    public static Scenario OneHost(string binary) =>
        new("50 unchanged resources, one host", Compared(binary, Repository.SshConfig()))
        {
            Before = [Up(1), Converge(binary, 1)],
        };

    public static Scenario Classic(string binary) => new(
        "50 unchanged resources, one host, classic key exchange",
        Compared(binary, Repository.SshConfig(), ClassicKeyExchange, "--kex", "classic"))
    {
        Before = [Up(1), Converge(binary, 1)],
    };

    public static Scenario FarHost(string binary, int delay) => new(
        $"50 unchanged resources, one host, {delay} ms round-trip time", Compared(binary, Repository.SshConfig(wan: true)))
    {
        Before =
            [Up(1), Converge(binary, 1), Commands.Fleet("wan", (delay / 2).ToString(CultureInfo.InvariantCulture))],
    };

    public static Scenario Hosts(string binary, int count)
    {
        var (hosts, config) = (Hosts(count), Repository.SshConfig());
        return new Scenario($"50 unchanged resources, {count} hosts at once",
        [
            Commands.ParallelScript(config, hosts, Repository.StateScript),
            Commands.Converge(binary, config, hosts, Recipe, "--forks", $"{count}"),
        ])
        {
            Before = [Up(count), Converge(binary, count)],
        };
    }

    private static MeasuredCommand[] Compared(string binary, string config, string ssh = "", params string[] options) =>
    [
        Commands.SshTrue(config, Repository.Host(1), ssh),
        Commands.SshScript(config, Repository.Host(1), Repository.StateScript, ssh),
        Commands.Converge(binary, config, [Repository.Host(1)], Recipe, options),
    ];

    private static MeasuredCommand Up(int count) => Commands.Fleet("up", Repository.Host(count)[1..], "-i", "base");

    private static MeasuredCommand Converge(string binary, int count) =>
        Commands.Converge(binary, Repository.SshConfig(), Hosts(count), Recipe);

    private static List<string> Hosts(int count) => [.. Enumerable.Range(1, count).Select(Repository.Host)];
}
