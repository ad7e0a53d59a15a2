namespace CSharpChef.Stacks.Providers;

/// <summary>
/// The machine that an instance needs. Its id is the instance's, so an order that is repeated makes one machine.
/// </summary>
internal sealed record MachineOrder(string Id, string Hostname)
{
    /// <summary>The type of the instance, which the provider interprets.</summary>
    public string? Type { get; init; }

    public string? Os { get; init; }

    /// <summary>Public keys that may log in as the converge account, as in authorized_keys.</summary>
    public IReadOnlyList<string> AuthorizedKeys { get; init; } = [];
}
