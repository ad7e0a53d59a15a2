using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Providers.Static;

namespace CSharpChef.Stacks.Instances.Registered;

/// <summary>Joins what is known of an instance with what somebody has seen of its machine.</summary>
internal static class RegisteredMachine
{
    private const int SshPort = 22;

    /// <summary>
    /// The instance of a machine: one with a host key of it, else one of its name whose machine is not known yet.
    /// </summary>
    public static Instance? Find(IReadOnlyList<Instance> instances, RegisterMachine.Request seen)
    {
        var registered = instances.Where(instance => instance.IsRegistered).ToList();
        var keys = seen.HostKeys.Select(HostKeyRules.KeyOf).ToHashSet();
        return registered.FirstOrDefault(
                instance => instance.Life.HostKeys.Select(HostKeyRules.KeyOf).Any(keys.Contains))
            ?? registered.FirstOrDefault(
                instance => instance.Life.HostKeys.Count == 0
                    && seen.Hostname.Equals(instance.Hostname, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The instance with the machine. One that stands by is registered again: the server tries to log in.
    /// </summary>
    public static Instance Seen(Instance instance, RegisterMachine.Request seen, Call call)
    {
        if (instance.Status == InstanceStatus.Deregistering)
        {
            throw ApiError.Invalid(
                $"Instance {instance.Label} has the same host key and is being deregistered: try again when it is gone.");
        }

        var known = Known(instance, seen, call);
        return instance.StandsBy ? known.Entering(InstanceStatus.Registering, call.Now) : known;
    }

    private static Instance Known(Instance instance, RegisterMachine.Request seen, Call call) => instance with
    {
        Hostname = instance.Hostname ?? seen.Hostname,
        PublicIp = MachineAddress.Check("PublicIp", Patch.Merge(seen.PublicIp, instance.PublicIp), call.Server),
        PrivateIp = MachineAddress.Check("PrivateIp", Patch.Merge(seen.PrivateIp, instance.PrivateIp), call.Server),
        ReportedOs = seen.ReportedOs ?? instance.ReportedOs,
        Machine = instance.Life with
        {
            Provider = StaticMachines.ProviderName,
            WantedBy = call.Caller.UserArn,
            Wanted = WantedState.Running,
            Address = MachineAddress.Check("Address", seen.Address, call.Server)
                ?? throw ApiError.Invalid("Address", "must not be empty"),
            Port = seen.Port ?? SshPort,
            HostKeys = seen.HostKeys,
            LoginProblem = null,
            CommandId = instance.StandsBy ? null : instance.Life.CommandId,
        },
    };
}
