namespace CSharpChef.Stacks.Instances;

/// <summary>The kind of automatic scaling that starts and stops an instance; null when users do.</summary>
internal enum AutoScalingType
{
    /// <summary>The layer's load.</summary>
    Load,

    /// <summary>A weekly schedule.</summary>
    Timer,
}
