namespace CSharpChef.Converge.Results;

/// <summary>The results of a run on all its hosts.</summary>
internal sealed record ConvergeReport(IReadOnlyList<HostReport> Hosts)
{
    /// <summary>Why some hosts did not run; null when all did.</summary>
    public string? Stopped { get; init; }

    public bool Failed => Hosts.Any(host => host.Status != HostStatus.Ok);
}
