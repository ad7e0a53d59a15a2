namespace CSharpChef.FleetTests.Matrix;

/// <summary>The conditions under which every action must do the same.</summary>
[Flags]
internal enum Condition
{
    None = 0,

    /// <summary>It notifies an action for the end of the run.</summary>
    Delayed = 1,

    /// <summary>It notifies an action at once.</summary>
    Immediate = 2,

    /// <summary>It is sensitive, and has a secret where it has a text.</summary>
    Secret = 4,

    /// <summary>It has guards that let it run.</summary>
    Guard = 8,

    /// <summary>It may be tried again; a command fails at its first attempt.</summary>
    Retries = 16,

    /// <summary>Its command and guards run as another user than root.</summary>
    OtherUser = 32,

    /// <summary>A barrier is before it.</summary>
    Barrier = 64,
}
