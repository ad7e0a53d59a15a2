namespace CSharpChef.Stacks.Providers;

/// <summary>
/// A machine as its provider describes it, with its host keys, so that a first connection need not trust the network.
/// </summary>
/// <param name="Id">The id of the machine, which the provider chose.</param>
/// <param name="State">What the provider sees of the machine now.</param>
internal sealed record Machine(string Id, MachineState State)
{
    /// <summary>The address at which the server reaches the machine; null while it has none.</summary>
    public string? Address { get; init; }

    /// <summary>The port of sshd.</summary>
    public int Port { get; init; } = 22;

    /// <summary>The public host keys as in <c>/etc/ssh/ssh_host_*_key.pub</c>.</summary>
    public IReadOnlyList<string> HostKeys { get; init; } = [];

    /// <summary>The boot id of the running system; null when the provider cannot tell it.</summary>
    public string? BootId { get; init; }

    /// <summary>False when the machine has no network to fetch packages with, nor a folder of them.</summary>
    public bool ReachesPackages { get; init; } = true;
}
