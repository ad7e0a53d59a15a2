namespace CSharpChef.Recipes;

/// <summary>When a notification runs.</summary>
public enum Timing
{
    /// <summary>Once, at the end of the run, in the order first raised; also when the run failed.</summary>
    Delayed,

    /// <summary>Right after the sender's action, each time.</summary>
    Immediately,
}
