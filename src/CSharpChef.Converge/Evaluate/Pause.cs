namespace CSharpChef.Converge.Evaluate;

/// <summary>Why the recipes of a node do not run on: what they wait for.</summary>
internal abstract record Pause
{
    private Pause()
    {
    }

    /// <summary>What was declared must become true now. Then Resume or Fail.</summary>
    internal sealed record Barrier(ResourceCollection Resources) : Pause;

    /// <summary>The node must answer. Then Answer or Fail.</summary>
    internal sealed record Question(string Command) : Pause;

    /// <summary>All recipes ended; this is what was declared since the last barrier.</summary>
    internal sealed record Finished(ResourceCollection Resources) : Pause;
}
