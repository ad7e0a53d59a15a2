namespace CSharpChef.Stacks.Providers;

/// <summary>
/// A machine as its provider describes it, with its host keys, so that a first connection need not trust the network.
/// </summary>
internal sealed record Machine(string Id, MachineState State)
{
    public string? Address { get; init; }

    public int Port { get; init; } = 22;

    /// <summary>The public host keys as in <c>/etc/ssh/ssh_host_*_key.pub</c>.</summary>
    public IReadOnlyList<string> HostKeys { get; init; } = [];
}
