namespace CSharpChef.Stacks.Instances;

/// <summary>What starts and stops an instance automatically; null for users.</summary>
internal enum AutoScalingType
{
    /// <summary>The layer's load.</summary>
    Load,

    /// <summary>A weekly schedule.</summary>
    Timer,
}
