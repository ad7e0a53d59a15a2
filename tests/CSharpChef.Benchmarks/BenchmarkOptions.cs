using System.Globalization;

namespace CSharpChef.Benchmarks;

/// <summary>The options of the command line.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = """
        usage: benchmarks [SCENARIO...] [--runs N] [--binary PATH] [--against PATH] [--write]
          noop          the 50 resources of web-node, unchanged, on one host
          classic       the 50 resources of web-node, with a key exchange that is not post-quantum for both ssh and csharpchef
          noop-N        web-node on N hosts at once
          lite-N        50 unchanged files on N hosts without systemd at once
          names-N       50 unchanged files on N names, ten for each host without systemd; runs once
          wan-MS        web-node on one host with a round-trip time of MS milliseconds
          resources-N   N unchanged files on one host
          content-MB    one new file of that size
          server        start-up, idle cost and response times of the server; no other scenario runs, and --write updates docs/server-performance.md
          fleet         Configure on 100 registered hosts without systemd, and the memory of a server with 1,200 instances; no other scenario runs
          local         the start of 20 local instances by a server, by their provider and by a converge alone; no other scenario runs
          editor        completion by the language server at the positions of its tests; no other scenario runs
          client        stack list, stack export and apply of an unchanged stack, with a server on this machine
          unit-tests    1 and 1,000 unit tests of a cookbook that binds a record, each number in one process
          package       a recipe that reads a value of a NuGet package, and the same recipe with a literal
          test-suite    a test project of 1,000 tests of 20 resources each, run by xunit's runner
          start-up      --version, and the resources of web-node for this machine
        Without a scenario, all scenarios of docs/performance.md run. --write updates that page. Needs root and the test fleet, except for editor, start-up, package, client, unit-tests and test-suite.
        --binary measures an existing csharpchef instead of publishing one.
        --against compares it with another csharpchef, pair by pair: the ratio of their times with its 95 % interval.
        """;

    public IReadOnlyList<string> Scenarios { get; private init; } =
    [
        "noop", "classic", "noop-20", "lite-100", "names-1000", "wan-50", "wan-200", "resources-50", "resources-500", "resources-2000", "content-100", "start-up", "package", "client", "unit-tests", "test-suite",
    ];

    /// <summary>The number of measured runs of each command.</summary>
    public int Runs { get; private init; } = 11;

    public string? Binary { get; private init; }

    /// <summary>Another csharpchef to compare with; null to compare with the lower bounds.</summary>
    public string? Against { get; private init; }

    /// <summary>
    /// The scenario that is measured alone, such as <c>server</c>; null for those that compare commands.
    /// </summary>
    public string? Alone { get; private init; }

    /// <summary>True to write the tables also to <c>docs/performance.md</c>.</summary>
    public bool Write { get; private init; }

    /// <summary>Parses the command line; null when it is invalid.</summary>
    public static BenchmarkOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchmarkOptions();
        var scenarios = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "server" or "fleet" or "local" or "editor":
                    options = options with { Alone = arguments[i] };
                    break;
                case "--write":
                    options = options with { Write = true };
                    break;
                case "--runs" when i + 1 < arguments.Count && Number(arguments[i + 1]) is { } runs:
                    (options, i) = (options with { Runs = runs }, i + 1);
                    break;
                case "--binary" when i + 1 < arguments.Count:
                    (options, i) = (options with { Binary = Path.GetFullPath(arguments[i + 1]) }, i + 1);
                    break;
                case "--against" when i + 1 < arguments.Count:
                    (options, i) = (options with { Against = Path.GetFullPath(arguments[i + 1]) }, i + 1);
                    break;
                case var name when Scenario.IsName(name):
                    scenarios.Add(name);
                    break;
                default:
                    return null;
            }
        }

        return scenarios.Count == 0 ? options : options with { Scenarios = scenarios };
    }

    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
