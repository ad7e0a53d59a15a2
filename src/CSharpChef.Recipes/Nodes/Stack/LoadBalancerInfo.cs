namespace CSharpChef.Recipes;

/// <summary>A load balancer of a layer.</summary>
/// <param name="Name">The name of the load balancer.</param>
public sealed record LoadBalancerInfo(string Name)
{
    /// <summary>Its DNS name.</summary>
    public string? DnsName { get; init; }

    /// <summary>The short name of its layer.</summary>
    public string Layer { get; init; } = "";
}
