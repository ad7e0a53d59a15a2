namespace CSharpChef.Stacks.Instances.Life;

/// <summary>The changes of an instance of which its transitions consist.</summary>
internal static class InstanceChanges
{
    /// <summary>The instance with another status from now on.</summary>
    public static Instance Entering(this Instance instance, InstanceStatus status, DateTimeOffset now) =>
        instance with { Status = status, Machine = instance.Life with { Since = now } };

    /// <summary>The instance with a new start requested. Results of earlier starts do not count any more.</summary>
    public static Instance Starting(this Instance instance, DateTimeOffset now) =>
        (instance with
        {
            LastServiceErrorId = null,
            Machine = instance.Life with
            {
                Wanted = WantedState.Running,
                Generation = instance.Life.Generation + 1,
                IsLaunching = true,
                IsSetUp = false,
                IsUpdated = false,
                BootId = null,
                CommandId = null,
            },
        }).Entering(InstanceStatus.Requested, now);

    /// <summary>The instance whose machine is reached again after its last Setup.</summary>
    public static Instance Reached(this Instance instance, string bootId, DateTimeOffset now) =>
        (instance with { Machine = instance.Life with { BootId = bootId } })
            .Entering(instance.Life.IsSetUp ? InstanceStatus.Online : InstanceStatus.SetupFailed, now);

    public static Instance AfterSetup(this Instance instance, bool isSuccessful) => instance with
    {
        Machine = instance.Life with
        {
            IsSetUp = isSuccessful,
            IsUpdated = instance.Life.IsUpdated || isSuccessful,
        },
    };

    public static Instance WithoutAddress(this Instance instance) => instance with
    {
        PrivateIp = null,
        PublicIp = null,
        Machine = instance.Life with { Address = null, BootId = null, CommandId = null },
    };
}
