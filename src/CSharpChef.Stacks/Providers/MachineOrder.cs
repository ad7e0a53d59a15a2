namespace CSharpChef.Stacks.Providers;

/// <summary>The machine an instance needs. The id is the instance's: an order given twice makes one machine.</summary>
internal sealed record MachineOrder(string Id, string Hostname)
{
    /// <summary>The instance's type; what it means is up to the provider.</summary>
    public string? Type { get; init; }

    public string? Os { get; init; }

    /// <summary>Public keys that may log in as the converge account, as in authorized_keys.</summary>
    public IReadOnlyList<string> AuthorizedKeys { get; init; } = [];
}
