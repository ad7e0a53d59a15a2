namespace CSharpChef.Converge.Summarize;

/// <summary>What a run did, on all its hosts.</summary>
internal sealed record ConvergeReport(IReadOnlyList<HostReport> Hosts)
{
    /// <summary>Why hosts did not run, when some did not.</summary>
    public string? Stopped { get; init; }

    public bool Failed => Hosts.Any(host => host.Status != HostStatus.Ok);
}
