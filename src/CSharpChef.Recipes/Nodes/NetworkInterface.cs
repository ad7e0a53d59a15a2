namespace CSharpChef.Recipes;

/// <summary>A network interface of a node.</summary>
public sealed class NetworkInterface
{
    private readonly Facts facts;

    internal NetworkInterface(string name, Facts facts) => (Name, this.facts) = (name, facts);

    /// <summary>The name of the interface, such as <c>eth0</c>.</summary>
    public string Name { get; }

    /// <summary>The IPv4 and IPv6 addresses of the interface, without prefix lengths.</summary>
    public IReadOnlyList<string> Addresses =>
        [.. facts.Text($"network.interfaces.{Name}.addresses")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a.Split('/')[0])];

    /// <summary>The hardware address; empty when the interface has none.</summary>
    public string Mac => facts.Text($"network.interfaces.{Name}.mac");
}
