namespace CSharpChef.Converge;

/// <summary>What a run did, on all its hosts.</summary>
internal sealed record ConvergeReport(IReadOnlyList<HostReport> Hosts)
{
    public bool Failed => Hosts.Any(host => host.Status != HostStatus.Ok);
}
