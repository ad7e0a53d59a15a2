namespace CSharpChef.Stacks.Instances.Life;

/// <summary>
/// Decides what the server does next for an instance. It follows from what is stored alone, so that another server, or
/// the same one after a crash, goes on in the same way. Pure.
/// </summary>
internal static class InstanceSteps
{
    public static InstanceStep Of(Instance instance) => instance.Status switch
    {
        InstanceStatus.Requested =>
            instance.Ec2InstanceId is null ? InstanceStep.Launch : InstanceStep.StartMachine,
        InstanceStatus.Pending => InstanceStep.Describe,
        InstanceStatus.Rebooting when !instance.Life.IsRebootSent => InstanceStep.Reboot,
        InstanceStatus.Booting or InstanceStatus.Rebooting => InstanceStep.LogIn,
        InstanceStatus.RunningSetup or InstanceStatus.Online or InstanceStatus.SetupFailed => InstanceStep.RunCommands,
        InstanceStatus.ConnectionLost => InstanceStep.Probe,
        InstanceStatus.Stopping or InstanceStatus.Terminating => Ending(instance),
        InstanceStatus.ShuttingDown => instance.Life.CommandId is null ? Ending(instance) : InstanceStep.RunCommands,
        InstanceStatus.Terminated =>
            instance.Life.Wanted == WantedState.Deleted ? InstanceStep.Remove : InstanceStep.GoOn,
        InstanceStatus.Stopped when instance.Life.Wanted == WantedState.Running => InstanceStep.GoOn,
        InstanceStatus.Stopped when instance.Life.Wanted == WantedState.Deleted => InstanceStep.Remove,
        _ => RegisteredSteps.Of(instance),
    };

    private static InstanceStep Ending(Instance instance) => (instance.Ec2InstanceId, instance.Life.BootId) switch
    {
        (null, _) => InstanceStep.FindMachine,
        (_, not null) when instance.Status != InstanceStatus.ShuttingDown => InstanceStep.QueueShutdown,
        _ => InstanceTransitions.EndsMachine(instance) ? InstanceStep.TerminateMachine : InstanceStep.StopMachine,
    };
}
