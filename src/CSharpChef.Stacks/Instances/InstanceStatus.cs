using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

/// <summary>All states an instance can be in.</summary>
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
