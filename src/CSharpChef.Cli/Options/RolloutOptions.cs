using System.CommandLine;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Fleet;

namespace CSharpChef.Cli.Options;

/// <summary>The options for the order, the pace and the end of a run on many machines.</summary>
internal sealed class RolloutOptions
{
    private readonly Option<string?> batch = new("--batch")
    {
        Description =
            "Finish this many machines before starting the next ones: a number, or a share such as 10%. Default: all.",
        HelpName = "N|P%",
    };

    private readonly Option<string?> maxFailures = new("--max-failures")
    {
        Description =
            "Start no further machine after more failures than this; a share counts the batches so far. Default with --batch: 0.",
        HelpName = "N|P%",
    };

    private readonly Option<string?> pause = new("--pause")
    {
        Description = "How long to wait between batches, such as 30s or 5m.",
        HelpName = "TIME"
    };
    private readonly Option<bool> failFast = new("--fail-fast")
    {
        Description = "Stop all machines after their current step when one fails."
    };

    private readonly Option<string?> timeLimit = new("--time-limit")
    {
        Description =
            "How long the run on one machine may take, such as 10m; then it stops after its current step. Default: no limit.",
        HelpName = "TIME",
    };

    private readonly Option<string?> runTimeLimit = new("--run-time-limit")
    {
        Description =
            "How long all machines together may take, such as 2h; then no machine starts, and running ones stop after their current step.",
        HelpName = "TIME",
    };

    public void AddTo(Command command)
    {
        Option[] options = [batch, maxFailures, pause, failFast, timeLimit, runTimeLimit];
        Array.ForEach(options, command.Options.Add);
    }

    public FleetOptions Of(ParseResult parsed, int? forks) => new()
    {
        Forks = forks,
        Batch = parsed.GetValue(batch) is { } size ? AtLeastOne(HostCount.Parse("--batch", size), size) : null,
        MaxFailures = parsed.GetValue(maxFailures) is { } most ? HostCount.Parse("--max-failures", most) : null,
        Pause = parsed.GetValue(pause) is { } time ? Pause(parsed, time) : TimeSpan.Zero,
        FailFast = parsed.GetValue(failFast),
        TimeLimit = Limit(parsed, timeLimit),
        RunTimeLimit = Limit(parsed, runTimeLimit),
    };

    private static HostCount AtLeastOne(HostCount count, string text) =>
        count.Number > 0 ? count : throw new UsageException($"--batch {text}: a batch has at least one machine");

    private TimeSpan Pause(ParseResult parsed, string text) => parsed.GetValue(batch) is null
        ? throw new UsageException("--pause is the time between batches: use it with --batch")
        : Duration.Parse("--pause", text);

    private static TimeSpan? Limit(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) switch
    {
        null => null,
        var text when Duration.Parse(option.Name, text) is var time && time > TimeSpan.Zero => time,
        var text => throw new UsageException($"{option.Name} {text}: write a duration above zero, such as 10m"),
    };
}
