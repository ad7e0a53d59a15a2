namespace CSharpChef.Converge.Fleet;

/// <summary>Hosts that go together, from the first on, in the order they were asked for.</summary>
internal sealed record Batch(int Number, int Batches, int First, int Count)
{
    /// <summary>Hosts of this batch and those before.</summary>
    public int HostsSoFar => First + Count;
}
