namespace CSharpChef.Stacks.Instances.Life;

/// <summary>
/// The probes of one machine since this server began to look at it, and what follows from them. Times are those that
/// passed since then, so that a clock that is set does not count. Pure.
/// </summary>
internal sealed record ProbeHistory
{
    /// <summary>The time between two probes of a machine that answers.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private const int FewestFailures = 5;
    private const int FewestAnswers = 2;
    private static readonly TimeSpan PeriodOfSilent = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    /// <summary>When the next probe is due.</summary>
    public TimeSpan Due { get; private init; }

    /// <summary>The time of the last answer; that of the first failure when there was no answer before it.</summary>
    public TimeSpan? Since { get; private init; }

    /// <summary>The failures since the last answer.</summary>
    public int Failures { get; private init; }

    /// <summary>The answers since the last failure.</summary>
    public int Answers { get; private init; }

    /// <summary>True when the machine has not answered for so long that its connection counts as lost.</summary>
    public bool IsLost(TimeSpan passed) =>
        Failures >= FewestFailures && passed - (Since ?? passed) >= LongestSilence;

    /// <summary>True when a machine whose connection was lost has answered often enough.</summary>
    public bool IsBack => Answers >= FewestAnswers;

    /// <param name="first">The time until the first probe, so that not all machines are probed at once.</param>
    public static ProbeHistory Begin(TimeSpan passed, TimeSpan first) => new() { Due = passed + first };

    public ProbeHistory Answered(TimeSpan passed) => new()
    {
        Due = passed + (Answers == 0 && Failures > 0 ? PeriodOfSilent : Period),
        Since = passed,
        Answers = Answers + 1,
    };

    public ProbeHistory Failed(TimeSpan passed) => new()
    {
        Due = passed + (IsLost(passed) ? Period : PeriodOfSilent),
        Since = Since ?? passed,
        Failures = Failures + 1,
    };
}
