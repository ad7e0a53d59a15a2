namespace CSharpChef.Converge.Fleet;

/// <summary>The number of failed hosts after which a run stops. Pure.</summary>
/// <param name="Most">Null for any number. A share is one of the hosts in the batches so far.</param>
internal sealed record FailureLimit(HostCount? Most)
{
    public bool IsPassed(int failed, int hosts) => Most is not null && failed > Most.Of(hosts);

    /// <summary>The message of a run that stops at this limit.</summary>
    /// <param name="failed">The number of hosts that have failed.</param>
    /// <param name="ended">The number of hosts that have ended, failed or not.</param>
    /// <param name="batch">The current batch.</param>
    public string Reason(int failed, int ended, Batch batch)
    {
        var at = batch.Batches == 1
            ? ""
            : $" {(ended < batch.HostsSoFar ? "in" : "after")} batch {batch.Number} of {batch.Batches}";
        return $"stopped{at}: {failed} of {ended} {(ended == 1 ? "host" : "hosts")} failed, more than --max-failures {Most}";
    }
}
