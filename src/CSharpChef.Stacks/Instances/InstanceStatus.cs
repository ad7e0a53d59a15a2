using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

/// <summary>The states of an instance.</summary>
[Open]
internal enum InstanceStatus
{
    Stopped,
    Requested,
    Pending,
    Booting,
    RunningSetup,
    Online,
    StartFailed,
    SetupFailed,
    Rebooting,
    ConnectionLost,
    Stopping,
    ShuttingDown,
    Terminating,
    Terminated,
    StopFailed,
    Registering,
    Registered,
    Assigning,
    Unassigning,
    Deregistering,
}
