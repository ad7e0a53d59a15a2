namespace CSharpChef.Converge.Fleet;

/// <summary>How a run goes over many hosts.</summary>
internal sealed record FleetOptions
{
    /// <summary>How many at once.</summary>
    public int? Forks { get; init; }

    /// <summary>How many before the next ones may begin; null for all.</summary>
    public HostCount? Batch { get; init; }

    /// <summary>How many may fail. In batches none may, unless this says otherwise.</summary>
    public HostCount? MaxFailures { get; init; }

    /// <summary>Between batches.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>The first failed host ends the others.</summary>
    public bool FailFast { get; init; }

    /// <summary>For each host's evaluation and program together.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>For all hosts together.</summary>
    public TimeSpan? RunTimeLimit { get; init; }

    public FailureLimit Limit => new(MaxFailures ?? (Batch is null ? null : HostCount.Zero));

    public int ForksFor(int hosts) => Forks ?? DefaultForks(hosts, Environment.ProcessorCount);

    /// <summary>
    /// A connection takes a tenth of a second of a processor: so many that none waits long for its own.
    /// </summary>
    public static int DefaultForks(int hosts, int cores) => Math.Max(1, Math.Min(hosts, Math.Max(50, 25 * cores)));
}
