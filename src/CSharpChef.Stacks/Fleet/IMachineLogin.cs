using CSharpChef.Stacks.Instances;

namespace CSharpChef.Stacks.Fleet;

/// <summary>Logs in to the machine of an instance.</summary>
internal interface IMachineLogin
{
    /// <summary>Tries once.</summary>
    Task<LoginResult> TryAsync(Instance instance, CancellationToken ct);

    /// <summary>Asks the machine to reboot, when its provider cannot.</summary>
    Task RebootAsync(Instance instance, CancellationToken ct);
}
