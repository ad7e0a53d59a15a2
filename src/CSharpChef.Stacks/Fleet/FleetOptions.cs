using CSharpChef.Stacks.Instances.Life;

namespace CSharpChef.Stacks.Fleet;

/// <summary>The times of the server's work on instances.</summary>
internal sealed record FleetOptions
{
    public InstanceLimits Limits { get; init; } = new();

    /// <summary>The shortest wait between two looks at a machine; it grows with the time that passes.</summary>
    public TimeSpan ShortestPoll { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a command goes on after a stop of its instance was requested.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a running command looks whether it was cancelled, when nobody lets it know.</summary>
    public TimeSpan CancelPoll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The seconds after which the work of a server that does not renew its lease is taken over.</summary>
    public int LeaseSeconds { get; init; } = 15;

    public TimeSpan LeaseRenewal { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often work that no server has is looked for.</summary>
    public TimeSpan SweepPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long drivers may take to leave their work when the server stops.</summary>
    public TimeSpan LongestLeave { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait before the next look at a machine.</summary>
    /// <param name="passed">The time since the instance got its status.</param>
    public TimeSpan PollAfter(TimeSpan passed)
    {
        var wait = passed / 10;
        return wait < ShortestPoll ? ShortestPoll : wait > LongestPoll ? LongestPoll : wait;
    }
}
