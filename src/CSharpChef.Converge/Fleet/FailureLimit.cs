namespace CSharpChef.Converge.Fleet;

/// <summary>How many failed hosts a run goes on with. Pure.</summary>
/// <param name="Most">Null for any number. A share is one of the hosts in the batches so far.</param>
internal sealed record FailureLimit(HostCount? Most)
{
    public bool IsPassed(int failed, int hosts) => Most is not null && failed > Most.Of(hosts);

    /// <summary>Why it ends there.</summary>
    /// <param name="failed">Hosts that failed so far.</param>
    /// <param name="ended">Hosts that ended so far, failed or not.</param>
    /// <param name="batch">The batch it is at.</param>
    public string Reason(int failed, int ended, Batch batch)
    {
        var at = batch.Batches == 1
            ? ""
            : $" {(ended < batch.HostsSoFar ? "in" : "after")} batch {batch.Number} of {batch.Batches}";
        return $"stopped{at}: {failed} of {ended} {(ended == 1 ? "host" : "hosts")} failed, more than --max-failures {Most}";
    }
}
