using System.CommandLine;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Fleet;

namespace CSharpChef.Cli.Options;

/// <summary>How a run goes over many machines, and when it stops.</summary>
internal sealed class RolloutOptions
{
    private readonly Option<string?> batch = new("--batch")
    {
        Description = "How many machines before the next ones may begin: a number, or a share like 10%. Default: all.",
        HelpName = "N|P%",
    };

    private readonly Option<string?> maxFailures = new("--max-failures")
    {
        Description =
            "Begins no further machine when more than so many failed; a share is one of those in the batches so far. Default with --batch: 0.",
        HelpName = "N|P%",
    };

    private readonly Option<string?> pause = new("--pause")
    {
        Description = "How long to wait between batches, like 30s or 5m.",
        HelpName = "TIME"
    };
    private readonly Option<bool> failFast = new("--fail-fast")
    {
        Description = "The first machine that fails ends all others, after their current step."
    };

    private readonly Option<string?> timeLimit = new("--time-limit")
    {
        Description =
            "How long the run on one machine may take, like 10m; then it ends after its current step. Default: as long as it takes.",
        HelpName = "TIME",
    };

    private readonly Option<string?> runTimeLimit = new("--run-time-limit")
    {
        Description =
            "How long all machines together may take, like 2h; then no further one begins, and those that run end after their current step.",
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
        Batch = parsed.GetValue(batch) is { } size ? Some(HostCount.Parse("--batch", size), size) : null,
        MaxFailures = parsed.GetValue(maxFailures) is { } most ? HostCount.Parse("--max-failures", most) : null,
        Pause = parsed.GetValue(pause) is { } time ? Pause(parsed, time) : TimeSpan.Zero,
        FailFast = parsed.GetValue(failFast),
        TimeLimit = Limit(parsed, timeLimit),
        RunTimeLimit = Limit(parsed, runTimeLimit),
    };

    private static HostCount Some(HostCount count, string text) =>
        count.Number > 0 ? count : throw new UsageException($"--batch {text}: a batch has one machine at least");

    private TimeSpan Pause(ParseResult parsed, string text) => parsed.GetValue(batch) is null
        ? throw new UsageException("--pause is the time between batches: give --batch too")
        : Duration.Parse("--pause", text);

    private static TimeSpan? Limit(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) switch
    {
        null => null,
        var text when Duration.Parse(option.Name, text) is var time && time > TimeSpan.Zero => time,
        var text => throw new UsageException($"{option.Name} {text}: give some time, like 10m"),
    };
}
