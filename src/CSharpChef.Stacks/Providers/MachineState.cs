namespace CSharpChef.Stacks.Providers;

internal enum MachineState
{
    /// <summary>The machine boots, and nobody can log in yet.</summary>
    Pending,

    Running,
    Stopping,
    Stopped,
}
