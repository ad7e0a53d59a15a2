namespace CSharpChef.Stacks.Instances;

/// <summary>Who starts and stops an instance; without one, people do.</summary>
internal enum AutoScalingType
{
    /// <summary>By the layer's load.</summary>
    Load,

    /// <summary>By the hours of the week.</summary>
    Timer,
}
