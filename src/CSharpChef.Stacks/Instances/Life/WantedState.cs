namespace CSharpChef.Stacks.Instances.Life;

/// <summary>What somebody wants of an instance, which its status may not have reached yet.</summary>
internal enum WantedState
{
    /// <summary>The machine does not run.</summary>
    Stopped,

    /// <summary>The instance is online.</summary>
    Running,

    /// <summary>The machine and the instance do not exist any more. A deletion is never undone.</summary>
    Deleted,
}
