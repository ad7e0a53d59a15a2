namespace CSharpChef.Stacks.Providers.Static;

/// <summary>A registered machine, which this server did not create.</summary>
internal sealed record StaticMachine(string Id, string Address)
{
    public int Port { get; init; } = 22;

    /// <summary>The public host keys as in <c>/etc/ssh/ssh_host_*_key.pub</c>.</summary>
    public IReadOnlyList<string> HostKeys { get; init; } = [];
}
