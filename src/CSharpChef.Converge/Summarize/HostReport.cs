namespace CSharpChef.Converge.Summarize;

internal enum HostStatus
{
    Ok,
    Failed,
    Unreachable,

    /// <summary>The run was stopped before its turn came; nothing of it was touched.</summary>
    NotRun,
}

/// <summary>What a run did on one host.</summary>
internal sealed record HostReport(string Name, HostStatus Status, IReadOnlyList<ResourceReport> Resources)
{
    /// <summary>Why the run ended early, when it did.</summary>
    public ChefException? Error { get; init; }

    public double Seconds { get; init; }

    public int RoundTrips { get; init; }

    public int Count(ResultStatus status) => Resources.Count(resource => resource.Status == status);
}
