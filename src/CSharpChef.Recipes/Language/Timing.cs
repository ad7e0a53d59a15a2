namespace CSharpChef.Recipes;

/// <summary>The time at which a notification runs.</summary>
public enum Timing
{
    /// <summary>Once, at the end of the run, also after a failure. Delayed notifications run in the order in which they
    /// were first sent.</summary>
    Delayed,

    /// <summary>Right after each change of the sender.</summary>
    Immediately,
}
