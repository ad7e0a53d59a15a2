namespace CSharpChef.Converge.Fleet;

/// <summary>
/// Hosts that run together: the first one's index in the order of the command line, and their number.
/// </summary>
internal sealed record Batch(int Number, int Batches, int First, int Count)
{
    /// <summary>The number of hosts in this batch and those before.</summary>
    public int HostsSoFar => First + Count;
}
