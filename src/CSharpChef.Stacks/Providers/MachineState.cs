namespace CSharpChef.Stacks;

internal enum MachineState
{
    Pending,
    Running,
    Stopping,
    Stopped,
}
