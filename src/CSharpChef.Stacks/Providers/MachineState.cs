namespace CSharpChef.Stacks.Providers;

internal enum MachineState
{
    /// <summary>It boots, and lets nobody in yet.</summary>
    Pending,

    Running,
    Stopping,
    Stopped,
}
