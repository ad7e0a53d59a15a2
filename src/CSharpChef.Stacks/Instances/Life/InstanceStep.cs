namespace CSharpChef.Stacks.Instances.Life;

/// <summary>What the server does next for an instance.</summary>
internal enum InstanceStep
{
    /// <summary>Nothing, until somebody wants something of the instance.</summary>
    None,

    /// <summary>Launch a machine, or find the one that was launched for the same start.</summary>
    Launch,

    /// <summary>Start the machine, which has kept its disk.</summary>
    StartMachine,

    /// <summary>Find the machine of a launch whose outcome is not known.</summary>
    FindMachine,

    /// <summary>Look whether the machine runs.</summary>
    Describe,

    /// <summary>Ask the machine to reboot.</summary>
    Reboot,

    /// <summary>Log in to the machine.</summary>
    LogIn,

    /// <summary>Run the next command of the instance's queue.</summary>
    RunCommands,

    /// <summary>Look whether the machine answers again.</summary>
    Probe,

    /// <summary>Queue the Shutdown command.</summary>
    QueueShutdown,

    /// <summary>Stop the machine, or look whether it has stopped.</summary>
    StopMachine,

    /// <summary>End the machine, or look whether it has ended.</summary>
    TerminateMachine,

    /// <summary>Remove the access of the server from a registered machine.</summary>
    RemoveAccess,

    /// <summary>Go on to the next status, which waits for nothing.</summary>
    GoOn,

    /// <summary>Remove the instance.</summary>
    Remove,
}
