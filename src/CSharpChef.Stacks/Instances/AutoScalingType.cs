namespace CSharpChef.Stacks.Instances;

/// <summary>The kinds of automatic starts and stops of an instance; null when only users start and stop it.</summary>
internal enum AutoScalingType
{
    /// <summary>The layer's load.</summary>
    Load,

    /// <summary>A weekly schedule.</summary>
    Timer,
}
