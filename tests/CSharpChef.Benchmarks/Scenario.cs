namespace CSharpChef.Benchmarks;

/// <summary>Commands that race each other: the floors first, csharpchef last.</summary>
internal sealed record Scenario(string Title, IReadOnlyList<Contender> Contenders)
{
    public static IReadOnlyList<string> Names { get; } = ["noop", "noop-20", "noop-wan", "start-up"];

    /// <summary>What must have happened before: instances that run and are converged.</summary>
    public IReadOnlyList<Contender> Before { get; private init; } = [];

    public static Scenario Named(string name, string binary, BenchmarkOptions options) => name switch
    {
        "noop" => OneHost(binary),
        "noop-20" => ManyHosts(binary, options.Hosts),
        "noop-wan" => FarHost(binary, options.Delay),
        _ => StartUp(binary),
    };

    public void Prepare()
    {
        foreach (var command in Before)
        {
            command.Measure();
        }
    }

    private static Scenario OneHost(string binary) => new("50 unchanged resources, one host", Ssh(Repository.Host(1), Repository.SshConfig(), binary))
    {
        Before = [Fleet("up", Repository.Host(1)[1..], "-i", "base"), Converge(binary, Repository.SshConfig(), [Repository.Host(1)])],
    };

    private static Scenario FarHost(string binary, int delay) => new($"50 unchanged resources, one host, {delay} ms each way", Ssh(Repository.Host(1), Repository.SshConfig(wan: true), binary))
    {
        Before =
        [
            Fleet("up", Repository.Host(1)[1..], "-i", "base"), Fleet("wan", $"{delay}"), Converge(binary, Repository.SshConfig(wan: true), [Repository.Host(1)]),
        ],
    };

    private static Scenario ManyHosts(string binary, int count)
    {
        var hosts = Enumerable.Range(1, count).Select(Repository.Host).ToList();
        var names = string.Join(' ', hosts);
        var parallel = $"printf '%s\\n' {names} | xargs -P {count} -I HOST";
        var config = Repository.SshConfig();
        return new($"50 unchanged resources, {count} hosts at once",
        [
            Contender.OfShell("ssh true", $"{parallel} ssh -n -F '{config}' HOST true"),
            Contender.OfShell("ssh state.sh", $"{parallel} sh -c 'ssh -F \"$2\" \"$1\" sh -s <\"$3\"' sh HOST '{config}' '{Repository.StateScript}'"),
            Converge(binary, config, [.. hosts, "--forks", $"{count}"]),
        ])
        {
            Before = [Fleet("up", hosts[^1][1..], "-i", "base"), Converge(binary, config, [.. hosts, "--forks", $"{count}"])],
        };
    }

    private static Scenario StartUp(string binary) => new("start-up",
    [
        new Contender("true", ["/bin/true"]),
        new Contender("--version", [binary, "--version"]),
        new Contender("show resources", [binary, "show", "resources", "local", "-r", "web-node", "--cookbooks", Repository.BenchmarkCookbooks]),
    ]);

    private static Contender[] Ssh(string host, string config, string binary) =>
    [
        new("ssh true", ["ssh", "-F", config, host, "true"]),
        Contender.OfShell("ssh state.sh", $"ssh -F '{config}' {host} sh -s <'{Repository.StateScript}'"),
        Converge(binary, config, [host]),
    ];

    private static Contender Converge(string binary, string config, IEnumerable<string> hosts) => new("csharpchef converge",
    [
        binary, "converge", .. hosts, "-r", "web-node", "--cookbooks", Repository.BenchmarkCookbooks, "--ssh-config", config, "--json",
    ]);

    private static Contender Fleet(params string[] arguments) => new($"fleet {arguments[0]}", ["bash", Repository.FleetScript, .. arguments]);
}
