namespace CSharpChef.Stacks.Instances.Life;

/// <summary>
/// Decides what the server does next for a registered instance that is between two rest states. Pure.
/// </summary>
internal static class RegisteredSteps
{
    public static InstanceStep Of(Instance instance) => instance.Status switch
    {
        InstanceStatus.Registering when instance.Life.HostKeys.Count == 0 => InstanceStep.None,
        InstanceStatus.Deregistering when instance.Life.HostKeys.Count == 0 => InstanceStep.Remove,
        InstanceStatus.Registering or InstanceStatus.Unassigning or InstanceStatus.Deregistering
            when instance.Life.CommandId is not null => InstanceStep.RunCommands,
        InstanceStatus.Registering or InstanceStatus.Assigning => InstanceStep.LogIn,
        InstanceStatus.Unassigning => InstanceStep.QueueShutdown,
        InstanceStatus.Deregistering when !instance.StandsBy => InstanceStep.QueueShutdown,
        InstanceStatus.Deregistering => InstanceStep.RemoveAccess,
        _ => InstanceStep.None,
    };
}
