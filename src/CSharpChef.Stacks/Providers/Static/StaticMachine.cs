namespace CSharpChef.Stacks.Providers.Static;

/// <summary>A machine somebody else started, as it was registered.</summary>
internal sealed record StaticMachine(string Id, string Address)
{
    public int Port { get; init; } = 22;

    /// <summary>As in <c>/etc/ssh/ssh_host_*_key.pub</c>.</summary>
    public IReadOnlyList<string> HostKeys { get; init; } = [];
}
