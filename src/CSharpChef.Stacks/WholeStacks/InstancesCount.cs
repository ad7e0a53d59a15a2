using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.WholeStacks;

/// <summary>The number of instances in each of the twenty states.</summary>
internal sealed record InstancesCount
{
    public int Assigning { get; init; }

    public int Booting { get; init; }

    public int ConnectionLost { get; init; }

    public int Deregistering { get; init; }

    public int Online { get; init; }

    public int Pending { get; init; }

    public int Rebooting { get; init; }

    public int Registered { get; init; }

    public int Registering { get; init; }

    public int Requested { get; init; }

    public int RunningSetup { get; init; }

    public int SetupFailed { get; init; }

    public int ShuttingDown { get; init; }

    public int StartFailed { get; init; }

    public int StopFailed { get; init; }

    public int Stopped { get; init; }

    public int Stopping { get; init; }

    public int Terminated { get; init; }

    public int Terminating { get; init; }

    public int Unassigning { get; init; }

    /// <summary>Counts the instances of a stack from the list of each state.</summary>
    public static async Task<InstancesCount> OfAsync(string stack, StoreSession store)
    {
        var owners = Enum.GetValues<InstanceStatus>()
            .ToDictionary(status => Instance.StateOwner(stack, status), status => status);
        var counts = (await store.CountAsync<Instance>([.. owners.Keys]))
            .ToDictionary(count => owners[count.Key], count => count.Value);
        return new()
        {
            Assigning = counts.GetValueOrDefault(InstanceStatus.Assigning),
            Booting = counts.GetValueOrDefault(InstanceStatus.Booting),
            ConnectionLost = counts.GetValueOrDefault(InstanceStatus.ConnectionLost),
            Deregistering = counts.GetValueOrDefault(InstanceStatus.Deregistering),
            Online = counts.GetValueOrDefault(InstanceStatus.Online),
            Pending = counts.GetValueOrDefault(InstanceStatus.Pending),
            Rebooting = counts.GetValueOrDefault(InstanceStatus.Rebooting),
            Registered = counts.GetValueOrDefault(InstanceStatus.Registered),
            Registering = counts.GetValueOrDefault(InstanceStatus.Registering),
            Requested = counts.GetValueOrDefault(InstanceStatus.Requested),
            RunningSetup = counts.GetValueOrDefault(InstanceStatus.RunningSetup),
            SetupFailed = counts.GetValueOrDefault(InstanceStatus.SetupFailed),
            ShuttingDown = counts.GetValueOrDefault(InstanceStatus.ShuttingDown),
            StartFailed = counts.GetValueOrDefault(InstanceStatus.StartFailed),
            StopFailed = counts.GetValueOrDefault(InstanceStatus.StopFailed),
            Stopped = counts.GetValueOrDefault(InstanceStatus.Stopped),
            Stopping = counts.GetValueOrDefault(InstanceStatus.Stopping),
            Terminated = counts.GetValueOrDefault(InstanceStatus.Terminated),
            Terminating = counts.GetValueOrDefault(InstanceStatus.Terminating),
            Unassigning = counts.GetValueOrDefault(InstanceStatus.Unassigning),
        };
    }
}
