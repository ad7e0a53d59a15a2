using CSharpChef.Converge.Cookbooks.Locks;

namespace CSharpChef.Converge.Results;

/// <summary>The statuses of a host in a run.</summary>
internal enum HostStatus
{
    Ok,
    Failed,
    Unreachable,

    /// <summary>The run goes on on the host, without us; resources that may still run are not in the report.</summary>
    StillRunning,

    /// <summary>The run was stopped before this host began; nothing was changed on it.</summary>
    NotRun,
}

/// <summary>The report of a run on one host.</summary>
internal sealed record HostReport(string Name, HostStatus Status, IReadOnlyList<ResourceReport> Resources)
{
    /// <summary>The error that ended the run early; null when the run completed.</summary>
    public ChefException? Error { get; init; }

    /// <summary>
    /// The notified actions that failed or did not run, and stay pending for the next run, such as service[nginx]
    /// restart; in a plan, those that an earlier run left.
    /// </summary>
    public IReadOnlyList<string> Pending { get; init; } = [];

    public double Seconds { get; init; }

    public int RoundTrips { get; init; }

    /// <summary>The names of the runs whose journals the host keeps; empty for a plan.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>The fetched cookbooks that the run used.</summary>
    public IReadOnlyList<UsedCookbook> Cookbooks { get; init; } = [];

    /// <summary>False when the run ended before its recipes did, so that nobody knows what the rest declares.</summary>
    public bool IsEvaluated { get; init; } = true;

    /// <summary>
    /// In a plan, why the evaluation of the recipes ended at a query: it needs what would change before it. Else null.
    /// </summary>
    public string? UnaskedQuery { get; init; }

    /// <summary>What the recipes have published; empty when they did not finish.</summary>
    public IReadOnlyDictionary<string, string> Published { get; init; } = new Dictionary<string, string>();

    public int Count(ResultStatus status) => Resources.Count(resource => resource.Status == status);
}
