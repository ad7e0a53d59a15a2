using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

/// <summary>A request that says no more than which.</summary>
internal sealed record ElasticIpRequest
{
    [Description("The address.")]
    public required string ElasticIp { get; init; }
}
