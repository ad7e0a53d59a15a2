namespace CSharpChef.Converge.Results;

/// <summary>The outcome of a run on one host.</summary>
internal enum HostStatus
{
    Ok,
    Failed,
    Unreachable,

    /// <summary>The run was stopped before this host began; nothing was changed on it.</summary>
    NotRun,
}

/// <summary>The results of a run on one host.</summary>
internal sealed record HostReport(string Name, HostStatus Status, IReadOnlyList<ResourceReport> Resources)
{
    /// <summary>Why the run ended early; null when it did not.</summary>
    public ChefException? Error { get; init; }

    public double Seconds { get; init; }

    public int RoundTrips { get; init; }

    public int Count(ResultStatus status) => Resources.Count(resource => resource.Status == status);
}
