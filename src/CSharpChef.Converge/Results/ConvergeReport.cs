using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Results;

/// <summary>The report of a run on all its hosts.</summary>
internal sealed record ConvergeReport(IReadOnlyList<HostReport> Hosts)
{
    /// <summary>The reason why some hosts did not run; null when all hosts ran.</summary>
    public string? Stopped { get; init; }

    /// <summary>The cookbooks that lock files pin, as the run used them; empty for a past run.</summary>
    public IReadOnlyList<UsedCookbook> Cookbooks { get; init; } = [];

    public bool Failed => Hosts.Any(host => host.Status != HostStatus.Ok);
}
