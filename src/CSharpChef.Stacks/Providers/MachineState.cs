namespace CSharpChef.Stacks.Providers;

/// <summary>What a provider sees of a machine.</summary>
internal enum MachineState
{
    /// <summary>The machine boots, or runs and nobody can log in.</summary>
    Pending,

    /// <summary>The machine runs, and users can log in.</summary>
    Running,

    /// <summary>The machine is shutting down.</summary>
    Stopping,

    /// <summary>The machine does not run; it has its disk, unless its launch was interrupted.</summary>
    Stopped,
}
