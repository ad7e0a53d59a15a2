using System.Globalization;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>A host whose run goes on, and its current step.</summary>
internal sealed record RunningHost(string Name, long Since)
{
    public string Doing { get; init; } = "connects";

    public long DoingSince { get; init; } = Since;

    public bool AsksForFacts { get; init; }

    /// <summary>How many scheduled actions have ended.</summary>
    public int Step { get; init; }

    public int Steps { get; init; }

    public ConvergePlan? Plan { get; init; }

    public RunningHost Begin(string doing, TimeProvider clock) =>
        this with { Doing = doing, DoingSince = clock.GetTimestamp() };

    /// <summary>Begins the first scheduled action after one of the plan.</summary>
    public RunningHost BeginNext(ConvergePlan plan, int number, TimeProvider clock)
    {
        var next = plan.Actions.Skip(number).FirstOrDefault(action => action.IsScheduled);
        return Begin(next is null ? "ends" : ShortLine.Of(next.ShownName), clock);
    }

    /// <param name="since">When the time of the row begins.</param>
    /// <param name="clock">Measures the time.</param>
    public ProgressRow Row(long since, TimeProvider clock) => new(
        Name,
        Steps == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Math.Min(Step, Steps)}/{Steps}"),
        ShortLine.Of(Doing),
        clock.GetElapsedTime(since));
}
