namespace CSharpChef.Converge.Fleet;

/// <summary>Options for a run of many hosts: how many run at once, in which batches, and when the run stops.</summary>
internal sealed record FleetOptions
{
    /// <summary>Hosts at once; null for a number that suits hosts and processors.</summary>
    public int? Forks { get; init; }

    /// <summary>Hosts that must end before the next ones begin; null for all.</summary>
    public HostCount? Batch { get; init; }

    /// <summary>Hosts that may fail. The default is 0 with batches, and unlimited without.</summary>
    public HostCount? MaxFailures { get; init; }

    /// <summary>The pause between batches.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Stops all hosts when the first one fails.</summary>
    public bool FailFast { get; init; }

    /// <summary>The time of each host's evaluation and program together.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The time of all hosts together.</summary>
    public TimeSpan? RunTimeLimit { get; init; }

    public FailureLimit Limit => new(MaxFailures ?? (Batch is null ? null : HostCount.Zero));

    public int ForksFor(int hosts) => Forks ?? DefaultForks(hosts, Environment.ProcessorCount);

    /// <summary>
    /// The default number of hosts that run at once. Opening a connection takes a tenth of a second of a processor:
    /// with this number, no connection waits long for a processor.
    /// </summary>
    public static int DefaultForks(int hosts, int cores) => Math.Max(1, Math.Min(hosts, Math.Max(50, 25 * cores)));
}
