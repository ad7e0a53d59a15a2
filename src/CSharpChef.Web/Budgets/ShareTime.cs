namespace CSharpChef.Web.Budgets;

/// <summary>
/// How long a share of a <see cref="ClientBudget"/> lasts while others wait: the longest time when few wait, and less
/// when many do.
/// </summary>
/// <param name="Longest">The time when few wait.</param>
/// <param name="Least">The time that every share has.</param>
/// <param name="Wait">The time after which the last of those that wait is granted, while their number stays.</param>
internal sealed record ShareTime(TimeSpan Longest, TimeSpan Least, TimeSpan Wait)
{
    /// <summary>
    /// The time that a share has together with its holds: its own time does not pass while it is held, and it lasts
    /// until this one has passed.
    /// </summary>
    public TimeSpan WithHolds { get; init; } = TimeSpan.MaxValue;

    /// <param name="waiting">The units that others wait for; more than 0.</param>
    /// <param name="limit">The units of the budget.</param>
    public TimeSpan For(long waiting, long limit)
    {
        var fair = Wait * ((double)limit / waiting);
        return fair > Longest ? Longest : fair < Least ? Least : fair;
    }
}
