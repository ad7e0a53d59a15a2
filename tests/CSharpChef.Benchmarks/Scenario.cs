namespace CSharpChef.Benchmarks;

/// <summary>Commands whose times are compared: first the lower bounds, last csharpchef.</summary>
internal sealed record Scenario(string Title, IReadOnlyList<MeasuredCommand> Commands)
{
    private const string Names = "noop classic noop- lite- names- wan- resources- content- start-up package client unit-tests test-suite";

    /// <summary>Commands that prepare the scenario: they start instances and converge them.</summary>
    public IReadOnlyList<MeasuredCommand> Before { get; init; } = [];

    /// <summary>A note below the table of results.</summary>
    public string? Remark { get; init; }

    /// <summary>The highest number of runs of each command, for slow scenarios.</summary>
    public int MaxRuns { get; init; } = int.MaxValue;

    public static bool IsName(string name) => Names.Split(' ').Contains(Split(name).Kind);

    public static Scenario Named(string name, string binary) => Split(name) switch
    {
        ("noop", _) => WebNode.OneHost(binary),
        ("classic", _) => WebNode.Classic(binary),
        ("noop-", var hosts) => WebNode.Hosts(binary, hosts),
        ("wan-", var delay) => WebNode.FarHost(binary, delay),
        ("lite-", var hosts) => Files.OnHosts(binary, hosts),
        ("names-", var names) => Files.OnNames(binary, names),
        ("resources-", var count) => Files.OnOneHost(binary, count),
        ("content-", var size) => Content.NewFile(binary, size),
        ("package", _) => PackageRecipe.OfOneValue(binary),
        ("client", _) => ClientVerbs.OfOneStack(binary),
        ("unit-tests", _) => UnitTests.OfCookbook(),
        ("test-suite", _) => TestSuite.OfThousandTests(),
        _ => StartUp(binary),
    };

    /// <summary>What the commands need, such as a server; it is stopped or deleted after the scenario.</summary>
    public IDisposable? Server { get; init; }

    public void Prepare()
    {
        foreach (var command in Before)
        {
            command.Measure();
        }
    }

    private static (string Kind, int Number) Split(string name)
    {
        var at = name.LastIndexOf('-') + 1;
        return BenchmarkOptions.Number(name[at..]) is { } number ? (name[..at], number) : (name, 0);
    }

    private static Scenario StartUp(string binary) => new("Start-up",
    [
        new MeasuredCommand("true", ["/bin/true"]),
        new MeasuredCommand("--version", [binary, "--version"]),
        new MeasuredCommand(
            "show resources",
            [binary, "show", "resources", "local", "-r", "web-node", "--cookbooks", Repository.BenchmarkCookbooks]),
    ]);
}
