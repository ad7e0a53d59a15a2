using CSharpChef.Converge;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Stacks.Keys;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Runs;

/// <summary>Says how to reach the machine of an instance.</summary>
internal sealed class ServerHosts(DocumentStore store)
{
    /// <summary>
    /// The address given for the machine, else its private one, else its public one, with the keys of its stack opened
    /// for this use; null when no address is known or the stack was deleted.
    /// </summary>
    public async Task<ServerHost?> FindAsync(Instance instance, CancellationToken ct) =>
        (instance.Life.Address ?? instance.PrivateIp ?? instance.PublicIp) is { } address
            && await StackKeys.OpenAsync(store, instance.StackId, ct) is { } keys
            ? new(
                instance.Hostname!, address, instance.Life.Port,
                new GivenKeys(keys.Current, instance.Life.HostKeys) { FormerPrivateKeys = keys.Former })
            : null;
}
