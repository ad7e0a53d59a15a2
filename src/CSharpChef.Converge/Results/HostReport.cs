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

    public double Seconds { get; init; }

    public int RoundTrips { get; init; }

    public int Count(ResultStatus status) => Resources.Count(resource => resource.Status == status);
}
