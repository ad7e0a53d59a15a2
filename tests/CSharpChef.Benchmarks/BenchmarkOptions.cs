using System.Globalization;

namespace CSharpChef.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = """
        usage: benchmarks [SCENARIO...] [--runs N] [--hosts N] [--delay MS] [--binary PATH]
          noop       the 50 resources of web-node, unchanged, on one host
          noop-20    the same on many hosts at once (--hosts, default 20)
          noop-wan   the same on one host far away (--delay one way, default 25 ms)
          start-up   --version, and the resources of web-node for this machine
        Without a scenario: all of them. Needs root and the test fleet, but for start-up.
        --binary measures that csharpchef instead of publishing one.
        """;

    public IReadOnlyList<string> Scenarios { get; private init; } = Scenario.Names;

    /// <summary>How often each command runs. The commands of a scenario take turns.</summary>
    public int Runs { get; private init; } = 11;

    public int Hosts { get; private init; } = 20;

    public int Delay { get; private init; } = 25;

    public string? Binary { get; private init; }

    /// <summary>Null where they cannot be understood.</summary>
    public static BenchmarkOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchmarkOptions();
        var scenarios = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (Scenario.Names.Contains(arguments[i]))
            {
                scenarios.Add(arguments[i]);
            }
            else if (i + 1 >= arguments.Count || options.With(arguments[i], arguments[++i]) is not { } next)
            {
                return null;
            }
            else
            {
                options = next;
            }
        }

        return scenarios.Count == 0 ? options : options with { Scenarios = scenarios };
    }

    private BenchmarkOptions? With(string name, string value) => (name, Number(value)) switch
    {
        ("--runs", { } runs) => this with { Runs = runs },
        ("--hosts", { } hosts) => this with { Hosts = hosts },
        ("--delay", { } delay) => this with { Delay = delay },
        ("--binary", _) => this with { Binary = Path.GetFullPath(value) },
        _ => null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
